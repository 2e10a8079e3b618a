/** Names of people: one key for every way to print them, and what has their shape. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldName, isName, startsLikeName, unpadName } from '../../src/text/names.ts'
import { dottedName, hanName, personName } from './arbitrary.ts'

describe('the key of a name', () => {
  test.each([
    ['阿依兰·木合塔', '阿依兰·木合塔'],
    ['阿依兰•木合塔', '阿依兰·木合塔'],
    ['阿依兰・木合塔', '阿依兰·木合塔'],
    ['阿依兰‧木合塔', '阿依兰·木合塔'],
    ['阿依兰∙木合塔', '阿依兰·木合塔'],
    ['阿依兰⋅木合塔', '阿依兰·木合塔'],
    ['阿依兰･木合塔', '阿依兰·木合塔'],
    ['阿依兰．木合塔', '阿依兰·木合塔'],
    ['阿依兰.木合塔', '阿依兰·木合塔'],
    ['闻  溪', '闻溪'],
    ['闻　溪', '闻溪'],
    ['\ufeff闻\u200b溪', '闻溪'],
    ['Ａｄａ Ｈｏｌｍ', 'AdaHolm'],
    ['J.R. Holm', 'J.R.Holm'],
    ['劉川', '劉川'],
  ])('%s → %s', (printed, key) => {
    expect(foldName(printed)).toBe(key)
  })

  test('is its own key, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(personName, fc.string({ unit: 'binary' })), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
      }),
      { numRuns: 5000 },
    )
  })

  test('is one for every middle dot and padding', () => {
    fc.assert(
      fc.property(dottedName, fc.constantFrom(...'·•・‧∙⋅．.'), (name, dot) => {
        expect(foldName(name.replaceAll(/[·•・‧∙⋅]/gu, ` ${dot}`).replaceAll(' ', ''))).toBe(foldName(name))
      }),
    )
  })
})

const NAMES =
  "闻溪|骆青石|欧阳青石|乌兰图雅花|闻 溪|闻　溪|阿依兰·木合塔|古丽·沙吾提江·买买|约翰·D·霍尔|Ada|Ada Holm|Mary O'Dea|J.R. Holm|Zoë|劉川|本报综合"
const OTHERS =
  '| |闻|渠水流进了田里|骆青石、闻溪|骆青石 闻溪|阿依兰?木合塔|骆\ufffd石|阿依兰·|·木合塔|robot|NF052|甲丨乙|骆青石。|骆青石\n|记者：闻溪|ada holm'

describe('the shape of a name', () => {
  test.each(NAMES.split('|'))('%s has it', (text) => {
    expect(isName(text)).toBe(true)
  })

  test.each(OTHERS.split('|'))('“%s” has not', (text) => {
    expect(isName(text)).toBe(false)
  })

  test('every name has it, padded or not', () => {
    fc.assert(
      fc.property(personName, (name) => {
        expect(isName(name)).toBe(true)
        expect(isName([...name].length === 2 && !/[A-Z]/u.test(name) ? [...name].join('  ') : name)).toBe(true)
      }),
    )
  })
})

describe('padding', () => {
  test('is taken from two letters and from nothing else', () => {
    expect(unpadName('闻  溪')).toBe('闻溪')
    expect(unpadName('闻\u3000溪')).toBe('闻溪')
    for (const text of ['闻溪', '骆青石 闻溪', '闻 溪 石', 'A B', ' 闻溪 ']) expect(unpadName(text)).toBe(text)
  })
})

describe('a name that nothing introduces', () => {
  test.each(['闻溪', '骆青石', '闻 溪', '欧阳青石', '司马川', '阿依兰·木合塔', '劉川', '錢青石', '才川', '禤青石'])(
    '%s begins with a surname',
    (text) => {
      expect(startsLikeName(text)).toBe(true)
    },
  )

  test.each([
    '本报综合',
    '有删节',
    '骆',
    '骆青石木',
    '江西',
    '全文',
    '欧阳',
    '编辑部',
    'Ada Holm',
    '王?石',
    '王，石',
    '·',
    '渠水·',
  ])('“%s” is none', (text) => {
    expect(startsLikeName(text)).toBe(false)
  })

  test('every Han name begins like one', () => {
    fc.assert(
      fc.property(hanName, (name) => {
        expect(startsLikeName(name)).toBe(true)
      }),
    )
  })
})
