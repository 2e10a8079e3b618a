/** What stands where on an original page: headline, subheads, credits, and what is reported instead of guessed. */
import { describe, expect, it } from 'vitest'
import { originalTitleOf } from '../../src/import/parse/lines.ts'
import { fixtureCases, readLines } from './fixtures.ts'

const DATE = '2024年06月02日08:30  来源：禾风日报'
const BODY = ['渠水来了，走得很慢，但是来了。', '清晨五点半，杜广年上了渠堤。']

describe('the headline', () => {
  it.each(fixtureCases('headlines.txt'))('of $name is told apart line by line', ({ lines }) => {
    const parts = lines.map((line) => line.split('｜')).map(([part = '', text = '']) => ({ part, text }))
    const text = (name: string): string | undefined => parts.find(({ part }) => part === name)?.text
    const page = readLines([...parts.map(({ text }) => text), ...BODY])
    expect({ 引题: page.kicker, 标题: page.title, 副题: page.subtitle }).toEqual({
      引题: text('引题'),
      标题: text('标题'),
      副题: text('副题'),
    })
    expect(page.originalTitle).toBe(originalTitleOf(text('原题') ?? ''))
    expect(page.lines.filter(({ place }) => place === 'head')).toEqual([{ place: 'head', text: text('时间') }])
    expect(page.lines.find(({ place }) => place === 'byline')?.text).toBe(text('署名'))
    expect(page.sections).toEqual([{ paragraphs: BODY }])
  })

  it('of more than three lines is read with a word of doubt', () => {
    expect(readLines(['甲事', '乙事', '丙事', '丁事', DATE, ...BODY]).problems).toEqual([
      '标题区有 4 行，“乙事”按主标题处理，请核对。',
    ])
  })
})

describe('the date line', () => {
  it.each([
    ['2020年07月02日11:03  来源:禾风日报', '2020-07-02T11:03:00+08:00', '禾风日报'],
    ['2020年7月2日', '2020-07-02T00:00:00+08:00', undefined],
    ['2020-07-02 11:03:27　来源：禾风日报', '2020-07-02T11:03:27+08:00', '禾风日报'],
    ['2020/07/02 11:03 | 来源：禾风日报', '2020-07-02T11:03:00+08:00', '禾风日报'],
    ['2020-07-02T11:03 稿件来源：南麓通讯社', '2020-07-02T11:03:00+08:00', '南麓通讯社'],
    ['1988年07月02日11:03', '1988-07-02T11:03:00+09:00', undefined],
  ])('%s is %s, from %s', (line, publishedAt, source) => {
    const page = readLines(['渠水到了', line, ...BODY])
    expect(page.publishedAt).toBe(publishedAt)
    expect(page.source?.name).toBe(source)
  })

  it.each([
    '2020年02月30日 来源：禾风日报',
    '2020年13月01日',
    '会议定于2020年07月02日召开',
    '07月02日11:03',
    '2020年07月02日25:00',
  ])('%s is none', (line) => {
    expect(() => readLines(['渠水到了', line, ...BODY])).toThrow(
      /expected a line such as “2020年07月02日11:03 来源：…”/u,
    )
  })
})

describe('subheads', () => {
  it.each(fixtureCases('subheads.txt'))('of $name are told from paragraphs by their form', ({ lines }) => {
    const page = readLines(['题', DATE, ...lines.map((line) => line.replace(/^■/u, ''))])
    const found = page.sections.flatMap(({ heading, paragraphs }) => [
      ...(heading === undefined ? [] : [`■${heading}`]),
      ...paragraphs,
    ])
    expect(found).toEqual(lines)
  })

  it('in doubt are reported, and stay in the text', () => {
    const page = readLines(['题', DATE, '诗如下。', '雪落在打谷场上', '没有人扫', '诗完。'])
    expect(page.problems.map((problem) => problem.slice(0, 9))).toEqual(['“雪落在打谷场上”', '“没有人扫”与相邻'])
    expect(page.sections).toHaveLength(1)
  })
})

/** The credits of a page that ends in these lines: `['editor 韩岭 邱实 foot']`. */
const credits = (lines: readonly string[]): string[] =>
  readLines(['渠水到了', DATE, ...BODY, ...lines]).credits.map(
    ({ role, place, people }) => `${role} ${people.map(({ name }) => name).join(' ')} ${place}`,
  )

describe('credits around the text', () => {
  it.each([
    [['水到了。(石砚、方朴)'], ['reporter 石砚 方朴 textEnd']],
    [['水到了。（记者 石砚 通讯员 马小槐）'], ['reporter 石砚 textEnd', 'correspondent 马小槐 textEnd']],
    [['水到了。', '（记者 石砚）'], ['reporter 石砚 afterText']],
    [['(责编:韩岭、邱实)'], ['editor 韩岭 邱实 foot']],
    [['（责任编辑：韩岭、邱实、陶敏仪）'], ['editor 韩岭 邱实 陶敏仪 foot']],
    [['责编：韩岭(实习) 邱实 PN269'], ['editor 韩岭 邱实 foot']],
    [
      ['摄影：田佳慧', '(责编:韩岭)'],
      ['photographer 田佳慧 afterText', 'editor 韩岭 foot'],
    ],
    [['（责编：韩岭）', '《 禾风日报 》（ 2024年06月02日 03 版）'], ['editor 韩岭 foot']],
    [['责编：韩岭 校对：闻一鸣 审核：傅景澄'], ['editor 韩岭 foot', 'proofreader 闻一鸣 foot', 'reviewer 傅景澄 foot']],
    [['水到了。（有删节）'], []],
    [['水到了。（见第三版）'], []],
    [['记者：您为什么要修渠？'], []],
    [['编辑部的话：来信收到了。'], []],
  ])('%j name %j', (lines, expected) => {
    expect(credits(lines)).toEqual(expected)
  })

  it('are read where the links begin', () => {
    const page = readLines(['渠水到了', DATE, ...BODY, '(责编:韩岭)', '热点推荐', '甲事', '乙事'])
    expect(page.recommended).toEqual([{ title: '甲事' }, { title: '乙事' }])
    expect(page.credits.map(({ role }) => role)).toEqual(['editor'])
  })

  it('that look like credits and cannot be read are reported, and stay in the text', () => {
    const page = readLines(['渠水到了', DATE, ...BODY, '责编：请在此填写您的姓名和电话号码以便联系', '完。'])
    expect(page.problems).toEqual(['“责编：请在此填写您的姓名和电话号码以便联系”像是署名，但未能读懂，已作正文保留。'])
    expect(page.sections.at(-1)?.paragraphs).toContain('责编：请在此填写您的姓名和电话号码以便联系')
    expect(page.credits).toEqual([])
  })
})

describe('the rest of a page', () => {
  it('keeps its print reference, and its dateline at the head of the text', () => {
    const page = readLines([
      '渠水到了',
      DATE,
      '本报青禾6月2日电 渠水来了。',
      ...BODY,
      '《 禾风日报 》（ 2024年06月02日 03 版）',
    ])
    expect(page.printReference).toBe('《 禾风日报 》（ 2024年06月02日 03 版）')
    expect(page.dateline).toBe('本报青禾6月2日电')
  })

  it('says what white space was taken away', () => {
    expect(readLines(['渠水到了', DATE, '　　渠水来了。', BODY[0] ?? '']).provenance.normalisations).toEqual([
      '1 行的行首或行尾空白已去除',
    ])
  })
})
