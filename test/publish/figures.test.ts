/** What a release holds, counted from what changed, is what counting every file gives. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { classOf } from '../../src/content/kinds/release.ts'
import type { Figures } from '../../src/publish/figures.ts'
import { makeRelease } from '../../src/publish/make.ts'
import { readManifest } from '../../src/publish/release/manifest.ts'
import { folderOf, pagesOf, type Places } from '../../src/publish/release/places.ts'
import { rollBack } from '../../src/publish/release/rollback.ts'
import { verifyRelease } from '../../src/publish/release/verify.ts'
import { WANT } from './paper.ts'
import { openPaperless } from './press.ts'

const ADDRESS = '/about/release/index.html'
const print = (figures: Figures): string =>
  `<!doctype html><html lang="zh-Hans"><head><title>页</title></head><body><p>${JSON.stringify(figures)}</p></body></html>\n`

async function openFigured() {
  const { press, paper } = await openPaperless()
  paper.figured = { address: ADDRESS, classOf, print }
  for (const id of ['jia', 'yi', 'bing']) paper.put(id, `篇${id}`)
  await makeRelease(press, WANT)
  return { press, paper, places: press.places }
}

/** By the manifest, which `verifyRelease` holds against the disk. */
async function countedAll(places: Places, id: string): Promise<Record<string, [number, number]>> {
  expect(await verifyRelease(places, id)).toEqual([])
  const counted: Record<string, [number, number]> = {}
  for (const [path, { bytes }] of (await readManifest(folderOf(places, id))).files.entries()) {
    const [files, all] = counted[classOf(path)] ?? [0, 0]
    if (path !== ADDRESS) counted[classOf(path)] = [files + 1, all + bytes]
  }
  return counted
}

async function printedIn(places: Places, id: string): Promise<unknown> {
  const text = await readFile(join(pagesOf(places, id), ADDRESS), 'utf8')
  return JSON.parse(/<p>(.+)<\/p>/u.exec(text)?.[1] ?? 'null')
}

describe('the page about a release', () => {
  it('tells files and bytes by class, as the manifest has them, through change, deletion and return', async () => {
    const { press, paper, places } = await openFigured()
    expect(await printedIn(places, '000001')).toEqual({ sizes: await countedAll(places, '000001'), refused: 0 })
    paper.put('jia', '甲，写得长一些')
    paper.put('ding', '丁')
    await makeRelease(press, WANT)
    expect(await printedIn(places, '000002')).toEqual({ sizes: await countedAll(places, '000002'), refused: 0 })
    paper.sheets.delete('yi')
    await makeRelease(press, WANT)
    expect(await printedIn(places, '000003')).toEqual({ sizes: await countedAll(places, '000003'), refused: 0 })
    // What was deleted left the older release too, so that what that one had counted is not so any more.
    await rollBack(places, '000002')
    paper.put('bing', '丙二')
    await makeRelease(press, WANT, { force: true })
    expect(await printedIn(places, '000004')).toEqual({ sizes: await countedAll(places, '000004'), refused: 0 })
  })

  it('says how many documents were refused', async () => {
    const { press, paper, places } = await openFigured()
    paper.put('jia', '甲二')
    paper.quarantined = [{ document: 'jia', revision: 'r4', field: 'title', reason: '太长', remedy: '改短' }]
    await makeRelease(press, WANT)
    expect(await printedIn(places, '000002')).toMatchObject({ refused: 1 })
  })

  it('is the very file that it was where its figures are the same', async () => {
    const { press, paper, places } = await openFigured()
    paper.put('jia', '篇jib')
    const made = await makeRelease(press, WANT)
    const inode = async (id: string) => (await stat(join(pagesOf(places, id), ADDRESS))).ino
    expect(made.id).toBe('000002')
    expect(await inode('000002')).toBe(await inode('000001'))
  })
})
