/** Archives of the web and pages that clash: what is in them is read, what would be lost is named. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WARCRecord, WARCSerializer } from 'warcio'
import { describe, expect, it } from 'vitest'
import { ask, located, newPaper, URL_OF } from './papers.ts'
import { fillSkin } from './skins.ts'
import { storedZip } from './zip.ts'

const record = (url: string, status: string, markup: string): Promise<Uint8Array> =>
  WARCSerializer.serialize(
    WARCRecord.create(
      {
        url,
        date: '2020-07-02T03:10:00Z',
        type: 'response',
        warcVersion: 'WARC/1.1',
        statusline: `HTTP/1.1 ${status}`,
        httpHeaders: { 'Content-Type': 'text/html' },
      },
      [Buffer.from(markup)],
    ),
    { gzip: true },
  )

describe('zebian import of a WACZ', () => {
  it('reads every page of every WARC in it, and nothing of what was no page', async () => {
    const paper = await newPaper()
    const other = URL_OF.replace('c1-34128562', 'c1-34128563')
    const warcs = {
      'archive/a.warc.gz': Buffer.concat([
        await record(URL_OF, '200 OK', fillSkin('people-2021')),
        await record(`${URL_OF}x`, '404 Not Found', fillSkin('people-2021')),
      ]),
      'archive/b.warc.gz': await record(other, '200 OK', fillSkin('people-2016')),
      'datapackage.json': Buffer.from('{}'),
    }
    await writeFile(join(paper.folder, 'a.wacz'), storedZip(warcs))
    const { out } = await paper.done(['import', join(paper.folder, 'a.wacz')])
    expect(out).toContain('2 read, 0 refused')
    expect(
      await ask(paper, '*[_type == "article"] | order(address){ originalUrl, "at": provenance.capturedAt }'),
    ).toEqual([
      { originalUrl: URL_OF, at: '2020-07-02T03:10:00Z' },
      { originalUrl: other, at: '2020-07-02T03:10:00Z' },
    ])
  })

  it('refuses one that is cut off, by name', async () => {
    const paper = await newPaper()
    const whole = storedZip({ 'archive/a.warc.gz': await record(URL_OF, '200 OK', fillSkin('people-2021')) })
    await writeFile(join(paper.folder, 'a.wacz'), whole.subarray(0, -30))
    const { code, err } = await paper.run(['import', join(paper.folder, 'a.wacz')])
    expect([code, err]).toEqual([1, expect.stringContaining('a.wacz: refused: expected a readable file')])
  })
})

describe('two outlets that number their pages alike', () => {
  it('are told apart when they are filed: the second page is refused, and named with the first', async () => {
    const paper = await newPaper()
    const [here, there] = ['a.html', 'b.html'].map((name) => join(paper.folder, name))
    await writeFile(here ?? '', located(fillSkin('people-2016'), 'https://hefeng.example/n2/1.html'))
    await writeFile(there ?? '', located(fillSkin('sina-2016'), 'https://wanlan.example/N2/1.html'))
    const { code, out, err } = await paper.run(['import', here ?? '', there ?? ''])
    expect([code, out]).toEqual([1, expect.stringContaining('1 read, 1 refused')])
    expect(err).toMatch(/b\.html: refused: expected a free address, found \/N2\/1\.html taken by 《.+》 \(article-/u)
    expect(await ask(paper, '*[_type == "article"].address')).toEqual(['/n2/1.html'])
    // The same again: what is there is nobody else's.
    expect((await paper.done(['import', here ?? ''])).out).toContain('nothing changed')
  })
})

describe('zebian check', () => {
  it('prints a page back and says that nothing of it is lost; what is read nowhere is named', async () => {
    const paper = await newPaper()
    await writeFile(
      join(paper.folder, 'a.html'),
      fillSkin('people-2016').replace('</h1>', '</h1><div class="share">分享到微博</div>'),
    )
    const { out } = await paper.run(['check', join(paper.folder, 'a.html')])
    expect(out).toContain('未读入：分享到微博')
    expect(out).toMatch(/责编|责任编辑/u)
  })

  it('ends with code 1 when a letter of a text is read nowhere, or a page is refused', async () => {
    const paper = await newPaper()
    await writeFile(join(paper.folder, 'bad.txt'), 'x')
    const { code, out } = await paper.run(['check', join(paper.folder, 'bad.txt')])
    expect([code, out]).toEqual([1, expect.stringContaining('refused: expected')])
  })
})
