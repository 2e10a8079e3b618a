/** The Studio's badge says why a published revision is not on the site, and what to do. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { progressIn, refusalIn } from '../../sanity/studio/badges/live.ts'
import { makeRelease } from '../../src/publish/make.ts'
import { recallManifest } from '../../src/publish/release/manifest.ts'
import { currentId, folderOf } from '../../src/publish/release/places.ts'
import { liveIn } from '../../src/publish/site/live.ts'
import { WANT } from './paper.ts'
import { twoReleases } from './press.ts'

describe('the badge', () => {
  it('reads from the site itself which revision was refused, with field, reason and remedy', async () => {
    const { press, paper, places } = await twoReleases()
    const revision = paper.put('yi', '<p></div>')
    await makeRelease(press, WANT)
    const body: unknown = JSON.parse(await readFile(join(places.link, 'publish.json'), 'utf8'))
    expect(refusalIn(body, 'yi', revision)).toEqual({
      field: '',
      reason: expect.stringContaining('HTML'),
      remedy: expect.stringContaining('请'),
    })
    expect(refusalIn(body, 'yi', 'another')).toBe(undefined)
    expect(refusalIn(body, 'jia', 'r1')).toBe(undefined)
  })

  it.each([
    [{ progress: { what: 'articles', done: 4000, of: 10_000 } }, '已印 4,000 / 10,000 篇稿件'],
    [{ progress: { what: 'files', done: 31_000 } }, '已写 31,000 个文件'],
    [{ progress: { what: 'documents', done: 500, of: 700 } }, '已取 500 / 700 份文档'],
    [{ state: 'live' }, undefined],
    [{ progress: null }, undefined],
    [{ progress: { what: 5, done: 'x' } }, undefined],
    [undefined, undefined],
  ])('of %j says %s', (body, said) => {
    expect(progressIn(body)).toBe(said)
  })

  it('of an older Studio finds all that is live at one address, and nothing that was withdrawn', async () => {
    const { press, paper, places } = await twoReleases()
    const manifest = async () => recallManifest(folderOf(places, (await currentId(places)) ?? ''))
    expect(liveIn(await manifest())).toEqual({ jia: 'r1', yi: 'r2' })
    paper.withdraw('yi')
    await makeRelease(press, WANT)
    expect(liveIn(await manifest())).toEqual({ jia: 'r1' })
  })

  it.each([
    undefined,
    null,
    'x',
    [],
    {},
    { quarantined: 5 },
    { quarantined: [null, { document: 'a', revision: 'r' }] },
  ])('claims nothing from %j', (body) => expect(refusalIn(body, 'a', 'r')).toBe(undefined))
})
