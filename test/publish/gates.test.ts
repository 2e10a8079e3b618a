/** What a release must be before readers may see it, each gate with what it keeps out. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRelease } from '../../src/publish/make.ts'
import { currentId } from '../../src/publish/release/places.ts'
import { page, WANT, type PaperLake } from './paper.ts'
import { openPaperless, twoReleases } from './press.ts'

/** Two releases, then a change that a gate must see. Readers still have the second. */
async function stopped(change: (paper: PaperLake) => void, secrets: Record<string, string> = {}): Promise<string> {
  const { press, paper, places } = await twoReleases()
  change(paper)
  const said = await makeRelease({ ...press, secrets }, WANT).then(
    () => 'published',
    (error: unknown) => String(error),
  )
  expect(said === 'published' ? '000003' : '000002').toBe(await currentId(places))
  return said
}

/** The documents left out, and whether everything else is new. */
async function quarantined(
  change: (paper: PaperLake) => void,
): Promise<{ left: string[]; old: boolean; rest: boolean }> {
  const { press, paper, places } = await twoReleases()
  const before = await readFile(join(places.link, 'a/yi.html'), 'utf8')
  paper.put('jia', '甲新')
  change(paper)
  const { manifest } = await makeRelease(press, WANT)
  const [yi, jia] = await Promise.all(['yi', 'jia'].map((id) => readFile(join(places.link, `a/${id}.html`), 'utf8')))
  return {
    left: manifest.quarantined.map(({ document, field, reason }) => `${document} ${field}: ${reason}`),
    old: yi === before && manifest.files.get('/a/yi.html')?.stale === true,
    rest: jia?.includes('甲新') === true,
  }
}

const kept = (left: RegExp) => ({ left: [expect.stringMatching(left)], old: true, rest: true })

const lists = (paper: PaperLake, count: number): void => {
  for (const path of Object.keys(paper.extra)) delete paper.extra[path]
  for (let n = 0; n < count; n += 1) paper.extra[`/days/${n}.html`] = page('')
}

const put = (path: string) => (paper: PaperLake) => {
  paper.extra[path] = path.endsWith('.html') ? page('a-token-of-this-machine') : '\u0000a-token-of-this-machine'
}

const data = (text: string): string => `<p>(责编：韩岭)</p><script type="application/ld+json">${text}</script>`

describe('a page that is missing', () => {
  it('whose document the lake still holds stops the release', async () => {
    expect(await stopped((paper) => paper.missing.add('yi'))).toMatch(
      /expected the pages of 1 documents that the lake holds, found them missing from the build \(yi\)/u,
    )
  })

  it('would be lost if nobody asked the lake again', async () => {
    const { press, paper, places } = await twoReleases()
    paper.missing.add('yi')
    await makeRelease({ ...press, stillThere: () => Promise.resolve([]) }, WANT)
    await expect(readFile(join(places.link, 'a/yi.html'))).rejects.toThrow('ENOENT')
  })

  it('goes when its document is deleted, unless more go at once than anyone deletes by hand', async () => {
    const { press, paper } = await openPaperless()
    const { places } = press
    for (let n = 0; n < 60; n += 1) paper.put(`doc-${n}`, `${n}`)
    await makeRelease(press, WANT)
    paper.sheets.delete('doc-0')
    expect(await makeRelease(press, WANT)).toMatchObject({ id: '000002' })
    for (let n = 1; n < 30; n += 1) paper.sheets.delete(`doc-${n}`)
    await expect(makeRelease(press, WANT)).rejects.toThrow(
      /expected at most 20 of 59 documents deleted at once, found 29; .+ publish --force/u,
    )
    expect(await currentId(places)).toBe('000002')
    expect(await makeRelease(press, WANT, { force: true })).toMatchObject({ id: '000003' })
  })

  it('that was a list may go, a dozen of them may not', async () => {
    const { press, paper } = await openPaperless()
    paper.put('jia', '甲')
    lists(paper, 20)
    await makeRelease(press, WANT)
    lists(paper, 16)
    await makeRelease(press, WANT)
    lists(paper, 3)
    await expect(makeRelease(press, WANT)).rejects.toThrow(/list pages to go with 0 deletions, found 13 gone/u)
  })
})

describe('what no page may hold', () => {
  it('a secret of the environment, in any byte of any file', async () => {
    const secrets = { SANITY_TOKEN: 'a-token-of-this-machine', SHORT_SECRET: 'abc' }
    expect(await stopped(put('/x.html'), secrets)).toMatch(
      /expected no secret in \/x.html, found the value of SANITY_TOKEN/u,
    )
    expect(await stopped(put('/x.bin'), secrets)).toMatch(/expected no secret in \/x.bin/u)
    expect(await stopped(put('/x.html'))).toBe('published')
    expect(await stopped((paper) => void paper.put('bing', `sk${'Ab1'.repeat(40)}`))).toMatch(/a token of Sanity’s/u)
  })

  it('a link of ours that leads nowhere', async () => {
    expect(await stopped((paper) => void (paper.extra['/x.html'] = page('<a href="/none.html">无</a>')))).toMatch(
      /expected \/x.html to be fit for readers, found: 页面里的链接 \/none.html 没有着落/u,
    )
    expect(await quarantined((paper) => void paper.put('yi', '<a href="/none.html">无</a>'))).toEqual(
      kept(/^yi : 页面里的链接/u),
    )
  })
})

describe('a document’s page', () => {
  it('that could not be printed puts its document in quarantine, and its last good page stays', async () => {
    expect(await quarantined((paper) => void paper.put('yi', '<!--zebian:failed x-->', { whole: true }))).toEqual(
      kept(/^yi : 这一页印不出来：x/u),
    )
  })

  it('that is not well-formed, likewise', async () => {
    expect(await quarantined((paper) => void paper.put('yi', '<p></div>'))).toEqual(kept(/^yi : 页面的 HTML 有错/u))
    expect(await quarantined((paper) => void paper.put('yi', '<html>', { whole: true }))).toEqual(
      kept(/^yi : 页面不完整/u),
    )
  })

  it('that is too heavy, likewise', async () => {
    expect(await quarantined((paper) => void paper.put('yi', '字'.repeat(600_000)))).toEqual(
      kept(/^yi sections: 页面有 600 千字节/u),
    )
  })

  it('whose credits are not as the structure says, likewise', async () => {
    const editor = { lines: ['(责编：韩岭)'], editors: ['韩岭'], authors: [] }
    const print = (text: string) =>
      quarantined((paper) => {
        paper.put('yi', text)
        paper.credits['/a/yi.html'] = editor
      })
    expect(await print('<p>韩岭</p>')).toEqual(kept(/^yi attributions: 署名行“\(责编：韩岭\)”没有按结构印出/u))
    expect(await print(data('{"author":[{"name":"韩岭"}]}'))).toEqual(
      kept(/^yi attributions: 给机器读的编辑应为“韩岭”，现为“”/u),
    )
    expect(await print(data('{"editor":[{"name":"韩岭"}],"author":{"name":"韩岭"}}'))).toEqual(
      kept(/给机器读的作者应为“”，现为“韩岭”/u),
    )
    expect(await print(data('{"editor":[{"name":"韩岭"}]}'))).toEqual({ left: [], old: false, rest: true })
  })
})

describe('two addresses that a disk may take for one', () => {
  it('are the older page’s', async () => {
    expect(await stopped((paper) => void (paper.extra['/A/YI.html'] = page('')))).toMatch(/只有大小写或写法不同/u)
  })
})

describe('a document older than readers have it', () => {
  it('stops the release, unless somebody restored it on purpose', async () => {
    const { press, paper } = await twoReleases()
    const sheet = paper.sheets.get('yi')
    if (sheet !== undefined) paper.sheets.set('yi', { ...sheet, revision: 'r0', at: '2020-01-01T00:00:00Z' })
    await expect(makeRelease(press, WANT)).rejects.toThrow(
      /expected yi as of .+ or later, as readers have it, found it as of 2020-01-01T00:00:00Z/u,
    )
    expect(await makeRelease(press, WANT, { force: true })).toMatchObject({ id: '000003' })
  })
})
