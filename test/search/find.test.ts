/** What a query finds: phrases, names, other scripts, readings, days, addresses; and what it does not. */
import { describe, expect, test, vi } from 'vitest'
import { entryOf, folded, indexOf, personOf } from './index.ts'

const ENTRIES = [
  entryOf(
    {
      title: '把渠修到田头',
      kicker: '澄河两岸',
      lead: '水管员说，“水到了田里才算数”，GDP增长3.5%。',
      subheads: ['一把尺子', '量到村口'],
      originalTitle: '望禾县修渠记',
      source: '禾风日报',
      channel: { path: 'xiangcun', name: '乡村' },
      credits: ['记者 单晓岚 方 敏', '(责编：韩岭)'],
      people: [
        personOf('reporter', '单晓岚'),
        personOf('reporter', '方敏'),
        personOf('editor', '韩岭'),
        personOf('mentioned', '古兰·阿依登'),
      ],
      otherAddresses: ['http://hefeng.example/n2/2024/0602/c1001-34000001.html'],
    },
    1,
  ),
  entryOf(
    {
      title: '旧仓房里开书展',
      lead: '渠边的田头搭起书棚。',
      shown: '2023-11-20T10:00:00+08:00',
      source: '澄河晚报',
      credits: ['(责编：单晓岚)'],
      people: [personOf('editor', '单晓岚')],
    },
    2,
  ),
  entryOf(
    {
      title: '党员于冉吕宁在后山种树',
      shown: '2019-03-05T10:00:00+08:00',
      channel: { path: 'shengtai', name: '生态' },
      people: [personOf('mentioned', '吕宁')],
    },
    3,
  ),
  entryOf({ title: '渠水分到各村', lead: '连夜修渠。', shown: '2024-05-01T08:00:00+08:00' }, 4),
]
const index = indexOf(ENTRIES)

describe('a query', () => {
  test.each([
    ['渠修', '把渠修到田头'],
    ['把渠修到田头', '把渠修到田头'],
    ['田里才算数', '把渠修到田头'],
    ['水到了田里才算数，GDP增长', '把渠修到田头'],
    ['澄河两岸', '把渠修到田头'],
    ['量到村口', '把渠修到田头'],
    ['望禾县修渠记', '把渠修到田头'],
    ['禾风日报', '把渠修到田头'],
    ['gdp', '把渠修到田头'],
    ['ＧＤＰ增长３', '把渠修到田头'],
    ['方敏', '把渠修到田头'],
    ['方　敏', '把渠修到田头'],
    ['古兰阿依登', '把渠修到田头'],
    ['古兰・阿依登', '把渠修到田头'],
    ['記者單曉嵐', '把渠修到田头'],
    ['責編：韓嶺', '把渠修到田头'],
    ['黨員', '党员于冉吕宁在后山种树'],
    ['於冉', '党员于冉吕宁在后山种树'],
    ['後山種樹', '党员于冉吕宁在后山种树'],
    ['fangmin', '把渠修到田头'],
    ['Fāng Mǐn', '把渠修到田头'],
    ['gulanayideng', '把渠修到田头'],
    ['gu lan · a yi deng', '把渠修到田头'],
    ['lvning', '党员于冉吕宁在后山种树'],
    ['lǚ níng', '党员于冉吕宁在后山种树'],
    ['luning', '党员于冉吕宁在后山种树'],
    ['2024年6月2日', '把渠修到田头'],
    ['2024-06-02', '把渠修到田头'],
    ['2024.6.2', '把渠修到田头'],
    ['2024/06/02 08:30', '把渠修到田头'],
    ['20240602', '把渠修到田头'],
    ['二〇二四年六月二日', '把渠修到田头'],
    ['2019年', '党员于冉吕宁在后山种树'],
    ['201903', '党员于冉吕宁在后山种树'],
    ['2019年3月', '党员于冉吕宁在后山种树'],
    ['/2024/0602/a1.html', '把渠修到田头'],
    ['https://any.example/2024/0602/a1.html?from=x', '把渠修到田头'],
    ['http://hefeng.example/n2/2024/0602/c1001-34000001.html', '把渠修到田头'],
    ['34000001', '把渠修到田头'],
    ['article-1', '把渠修到田头'],
  ])('%s finds what holds it, first', async (typed, title) => {
    expect((await index.titles(typed))[0]).toBe(title)
  })

  test.each([
    '修渠到田',
    '才算数了',
    '头澄',
    '韩岭方敏',
    '仓里',
    'gdpx',
    'fangming',
    '2022年1月1日',
    '一',
    '',
    ' ',
    '……',
  ])('%s finds nothing that has it as typed', async (typed) => {
    expect(await index.titles(typed)).toEqual([])
  })

  test('finds the newest first, and says how many', async () => {
    const { hits, found, whole } = await index.find('单晓岚')
    expect(hits.map(({ row }) => row.title)).toEqual(['把渠修到田头', '旧仓房里开书展'])
    expect([found, whole]).toEqual([2, true])
    expect(hits.map(({ needles }) => needles)).toEqual([['单晓岚'], ['单晓岚']])
  })

  test('of several words finds those that have all of them, the nearest first, apart from those that have them as typed', async () => {
    const { hits, near } = await index.find('修 渠 水管员 田头')
    expect([hits, near.map(({ row }) => row.title)]).toEqual([[], ['把渠修到田头']])
    const two = await index.find('渠边 田头')
    expect(two.near.map(({ row }) => row.title)).toEqual(['旧仓房里开书展'])
  })

  test('that nothing has as typed offers what is similar, as such', async () => {
    const { hits, near, similar } = await index.find('渠水分给各村')
    expect([hits, near]).toEqual([[], []])
    expect(similar.map(({ row }) => row.title)).toEqual(['渠水分到各村'])
  })

  test('names the people whose reading it is', async () => {
    const { hits } = await index.find('shanxiao')
    expect(hits.map(({ needles }) => needles)).toEqual([[folded('单晓岚')], [folded('单晓岚')]])
  })
})

describe('filters', () => {
  test.each([
    [{ channel: 'xiangcun' }, ['把渠修到田头']],
    [{ year: '2023' }, ['旧仓房里开书展']],
    [{ source: '澄河晚报' }, ['旧仓房里开书展']],
    [{ person: '单晓岚' }, ['把渠修到田头', '旧仓房里开书展']],
    [{ person: '单晓岚', role: 'editor' }, ['旧仓房里开书展']],
    [{ person: '单晓岚', role: 'editor', year: '2024' }, []],
  ])('%o hold by themselves', async (filters, titles) => {
    expect(await index.titles('', filters)).toEqual(titles)
  })

  test('narrow a phrase', async () => {
    expect(await index.titles('田头')).toEqual(['把渠修到田头', '旧仓房里开书展'])
    expect(await index.titles('田头', { year: '2023' })).toEqual(['旧仓房里开书展'])
    expect(await index.titles('田头', { channel: 'shengtai' })).toEqual([])
  })
})

describe('rows that are long on their way', () => {
  test('hold up none before them, and nothing is handed on before its turn', async () => {
    const days = [1, 2, 3, 4, 5]
    const entries = days.map((day) =>
      entryOf({ title: `渠水第${day}回`, shown: `2024-06-0${day}T08:00:00+08:00` }, day),
    )
    const { promise, resolve } = Promise.withResolvers<void>()
    // Two rows a file: the third and fourth article's are late, those of the first two are there.
    const late = indexOf(entries, async (name) => (name.endsWith('/r1') ? promise : undefined))
    const seen: string[] = []
    const found = late.find('渠水', {}, 10, ({ row }) => seen.push(row.title))
    await vi.waitFor(() => {
      expect(late.read.filter((name) => /\/r[012]\.bin$/u.test(name)).length).toBe(3)
      expect(seen).toEqual(['渠水第5回'])
    })
    resolve()
    expect((await found).hits.map(({ row }) => row.title)).toEqual(seen)
    expect(seen).toEqual(days.toReversed().map((day) => `渠水第${day}回`))
  })
})

describe('an index that was written anew between two requests', () => {
  test('shows nothing wrong, and is asked once more', async () => {
    const before = indexOf([entryOf({ title: '甲乙丙丁' }, 1)])
    await before.shelf.articlesOf(before.shelf.segments[0] ?? { from: 0, months: 1, shards: 1 }, '甲乙')
    const after = indexOf([entryOf({ title: '戊己庚辛' }, 0), entryOf({ title: '甲乙丙丁' }, 1)])
    for (const [address, bytes] of after.files) before.files.set(address, bytes)
    await expect(before.find('甲乙')).rejects.toThrow('found others')
    before.shelf.forget()
    expect(await before.titles('甲乙')).toEqual(['甲乙丙丁'])
  })
})
