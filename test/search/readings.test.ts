/** Readings of names: surnames as their bearers read them, dots and padding dropped, an editor's reading before every rule. */
import { describe, expect, test } from 'vitest'
import { byReading, readingOf, typedReadings } from '../../src/search/script/readings.ts'

/** A surname of several readings, and how it is read as one: 现代汉语词典; given names invented. */
const SURNAMES =
  '单shàn 曾zēng 解xiè 区ōu 仇qiú 朴piáo 查zhā 任rén 员yùn 折shé 盖gě 葛gě 翟zhái 缪miào 冼xiǎn 召shào 覃qín 燕yān 华huà 宁nìng 尉迟yùchí 万俟mòqí 令狐línghú 澹台tántái 长孙zhǎngsūn 种chóng 繁pó 秘bì 句gōu 能nài 晁cháo 逄páng 谌chén 阚kàn 逯lù 鄢yān 昝zǎn 褚chǔ 盛shèng 车chē 曲qū 黑hè 石shí 沈shěn 乐yuè'.split(
    ' ',
  )

describe('the reading of a name', () => {
  test.each(SURNAMES)('reads the surname %s', (pair) => {
    const [, surname = '', reading] = /^(\p{Script=Han}+)(.+)$/u.exec(pair) ?? []
    expect(readingOf(`${surname}晓岚`).replaceAll(' ', '')).toBe(`${reading}xiǎolán`)
  })

  test('reads a letter as a surname at the head only', () => {
    expect(readingOf('王解')).toBe('wáng jiě')
    expect(readingOf('周单')).toBe('zhōu dān')
  })

  test('drops dots and padding, and lets a name in Latin letters be', () => {
    expect(readingOf('古兰·阿依登')).toBe(readingOf('古兰・阿依登'))
    expect(readingOf('方 敏')).toBe('fāng mǐn')
    expect(readingOf('Ada Field')).toBe('ada field')
  })

  test('takes what an editor wrote before every rule', () => {
    expect(readingOf('单晓', ' Dān xiǎo ')).toBe('dān xiǎo')
    expect(readingOf('单晓', ' ')).toBe('shàn xiǎo')
  })

  test('is typed without tones, and ü as v or u', () => {
    expect(typedReadings('lǚ níng')).toEqual(['lvning', 'luning'])
    expect(typedReadings('shàn tián')).toEqual(['shantian'])
  })

  test('puts people in order by letters, then tones, then names', () => {
    const people = ['周岚', '单岚', '沈岚', '申岚', '吕宁', '陆宁', '卢宁'].map((name) => ({
      name,
      reading: readingOf(name),
    }))
    expect(
      people
        .toSorted(byReading)
        .map(({ name }) => name)
        .join(' '),
    ).toBe('卢宁 陆宁 吕宁 单岚 申岚 沈岚 周岚')
  })
})
