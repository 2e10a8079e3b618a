/** `zebian read` and `zebian import` as a newsroom uses them: what they print, what they refuse, how they end. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPaper, readFolder } from '../site/zebian.ts'
import { gb18030 } from './gb18030.ts'

const TEXT = `青禾镇补上水利短板

把渠修到田头

2024年06月02日08:30  来源:禾风日报

原标题:把渠修到田头

本报青禾6月2日电 渠水来了。

先量地势

杜广年上了渠堤。(石砚、方朴)

(责编:韩岭(实习)、邱实 PN269)

《 禾风日报 》（ 2024年06月02日 03 版）

热点推荐

送信人冯长林
`
const REFUSED: Record<string, readonly [string | Buffer, RegExp]> = {
  'binary.txt': [Buffer.from('89504e470d0a1a0a0000', 'hex'), /expected .*text/u],
  'empty.txt': ['', /expected a page, found nothing but white space/u],
  'mojibake.txt': [Buffer.from(gb18030(TEXT).toString('latin1')), /expected readable text, found/u],
  'lost.txt': [TEXT.replace('韩岭', '\ufffd岭'), /expected readable text, found “\ufffd”/u],
  'list.html': ['<!DOCTYPE html><title>题</title><a href="/1">甲</a>', /expected an article, found no headline/u],
  'undated.txt': [
    '题\n\n渠水来了。',
    /expected a line such as “2020年07月02日11:03 来源：…” among the first 8, found none/u,
  ],
  'headless.txt': ['2024年06月02日\n\n渠水来了。', /expected a headline above the date line/u],
  'huge.txt': [Buffer.alloc(21_000_000, 'a'), /expected at most 20000000 bytes, found 21000000/u],
}

const paper = await openPaper()
const path = (name: string): string => join(paper.folder, name)

beforeAll(async () => {
  await writeFile(path('a.txt'), TEXT)
  await writeFile(path('gbk.txt'), gb18030(TEXT.replaceAll('\n', '\r\n')))
  for (const [name, [content]] of Object.entries(REFUSED)) await writeFile(path(name), content)
})
afterAll(() => paper.close())

const objects = (out: string): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

describe('zebian read --json', () => {
  it('prints one object a line, with everything that the page said', async () => {
    const { code, out, err } = await paper.run(['read', path('a.txt'), '--json'])
    const editor = { role: 'editor', label: '责编', place: 'foot', printed: '(责编:韩岭(实习)、邱实 PN269)' }
    expect({ code, err, objects: objects(out) }).toEqual({
      code: 0,
      err: '',
      objects: [
        {
          file: 'a.txt',
          kicker: '青禾镇补上水利短板',
          title: '把渠修到田头',
          publishedAt: '2024-06-02T08:30:00+08:00',
          source: { name: '禾风日报' },
          originalTitle: '把渠修到田头',
          dateline: '本报青禾6月2日电',
          channel: [],
          credits: [
            {
              role: 'reporter',
              label: '',
              people: [
                { name: '石砚', printed: '石砚' },
                { name: '方朴', printed: '方朴' },
              ],
              printed: '(石砚、方朴)',
              place: 'textEnd',
            },
            {
              ...editor,
              people: [
                { name: '韩岭', printed: '韩岭', note: '实习' },
                { name: '邱实', printed: '邱实', code: 'PN269' },
              ],
            },
          ],
          lines: expect.arrayContaining([{ place: 'foot', text: '(责编:韩岭(实习)、邱实 PN269)' }]),
          sections: [
            { paragraphs: ['本报青禾6月2日电 渠水来了。'] },
            { heading: '先量地势', paragraphs: ['杜广年上了渠堤。(石砚、方朴)'] },
          ],
          pictures: [],
          printReference: '《 禾风日报 》（ 2024年06月02日 03 版）',
          recommended: [{ title: '送信人冯长林' }],
          provenance: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), normalisations: [] },
          problems: [],
        },
      ],
    })
  })

  it('says the same of the same page in GBK', async () => {
    const { out } = await paper.done(['read', path('a.txt'), path('gbk.txt'), '--json'])
    const [utf8, gbk] = objects(out.replaceAll(/"sha256":"[0-9a-f]+"/gu, '"sha256":""').replace('gbk.txt', 'a.txt'))
    expect(gbk).toEqual(utf8)
  })

  it('refuses what is no page with its reason, reads the others all the same, and ends with code 1', async () => {
    const names = [...Object.keys(REFUSED), 'absent.txt']
    const { code, out } = await paper.run(['read', ...names.map(path), path('a.txt'), '--json'])
    expect(code).toBe(1)
    const wanted = names.map((file) => ({
      file,
      refused: expect.stringMatching(REFUSED[file]?.[1] ?? /expected a readable file at .*, found ENOENT/u),
    }))
    expect(objects(out)).toEqual([...wanted, expect.objectContaining({ file: 'a.txt', title: '把渠修到田头' })])
  })

  it('writes nothing', async () => {
    expect([...(await readFolder(paper.folder)).keys()].filter((name) => name.startsWith('lake'))).toEqual([])
  })
})

describe('zebian read', () => {
  it('prints the page for a person’s eyes', async () => {
    const { code, out } = await paper.run(['read', path('a.txt')])
    expect(code).toBe(0)
    for (const row of ['引题　青禾镇补上水利短板', '标题　把渠修到田头', '来源　禾风日报', '责编　韩岭、邱实'])
      expect(out).toContain(row)
  })
})

describe('zebian import', () => {
  it('files what can be read, says what was refused, and ends with code 1', async () => {
    const { code, out, err } = await paper.run(['import', path('undated.txt'), path('a.txt')])
    expect(code).toBe(1)
    expect(err).toMatch(/^undated\.txt: refused: expected a line such as/u)
    expect(out).toMatch(/^a\.txt: 把渠修到田头 → \/2024\/0602\/article-[0-9a-f]+\.html \(6 new documents\)$/mu)
    expect(out).toContain('1 read, 1 refused, 6 documents new, 0 already there')
  })

  it('ends with code 0 when all were read, and changes nothing when they are known', async () => {
    const { code, out, err } = await paper.run(['import', path('a.txt')])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('1 read, 0 refused, 0 documents new, 6 already there')
  })

  it('without a file, or with an unknown command, says how it is used and ends with code 1', async () => {
    for (const args of [['import'], ['read'], ['reed', 'a.txt']]) {
      const { code, err } = await paper.run(args)
      expect(code).toBe(1)
      expect(err).toMatch(/error: (?:missing required argument|unknown command)/u)
    }
  })
})
