/** What was withdrawn or deleted leaves every kept release. */
import { cp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeRelease } from '../../src/publish/make.ts'
import { folderOf, pagesOf, releaseIds } from '../../src/publish/release/places.ts'
import { rollBack } from '../../src/publish/release/rollback.ts'
import { verifyRelease } from '../../src/publish/release/verify.ts'
import { serveSite } from '../../src/publish/site/serve.ts'
import { WANT } from './paper.ts'
import { twoReleases } from './press.ts'

/** Yi is withdrawn, or deleted, after two releases that hold it. */
async function without(end: 'withdrawn' | 'deleted') {
  const opened = await twoReleases()
  const { press, paper } = opened
  paper.put('jia', '甲二')
  await makeRelease(press, WANT)
  if (end === 'withdrawn') paper.withdraw('yi')
  else paper.sheets.delete('yi')
  await makeRelease(press, WANT)
  return opened
}

describe('what was withdrawn', () => {
  it.each(['withdrawn', 'deleted'] as const)(
    'leaves every kept release when it is %s: page, picture, and what names it',
    async (end) => {
      const { places } = await without(end)
      const found: string[] = []
      for (const id of await releaseIds(places)) {
        found.push(...(await verifyRelease(places, id)))
        const entries = await readdir(pagesOf(places, id), { recursive: true, withFileTypes: true })
        for (const entry of entries.filter((one) => one.isFile())) {
          const path = join(entry.parentPath, entry.name)
          const text = await readFile(path, 'utf8')
          const isTomb = path.endsWith('/a/yi.html')
          if (text.includes('乙') || (!isTomb && text.includes('yi')) || entry.name === 'yi.png') found.push(path)
        }
      }
      expect(found).toEqual([])
    },
  )

  it('is not brought back by a rollback, even to a release that was cut off before it was cleared', async () => {
    const { press, paper, places, folder } = await twoReleases()
    const uncleared = join(folder, 'uncleared')
    await cp(folderOf(places, '000002'), uncleared, { recursive: true })
    paper.withdraw('yi')
    await makeRelease(press, WANT)
    await rm(folderOf(places, '000002'), { recursive: true })
    await rename(uncleared, folderOf(places, '000002'))
    expect(await readFile(join(pagesOf(places, '000002'), 'a/yi.html'), 'utf8')).toContain('乙')
    await rollBack(places)
    expect(await readFile(join(places.link, 'a/yi.html'), 'utf8')).toContain('本文已撤回')
    expect(await readFile(join(places.link, 'index.html'), 'utf8')).not.toContain('乙')
  })

  it('is cleared to the end when that was cut off after its files and before the manifest', async () => {
    const { press, paper, places, folder } = await twoReleases()
    const uncleared = join(folder, 'uncleared')
    await cp(folderOf(places, '000002'), uncleared, { recursive: true })
    paper.withdraw('yi')
    await makeRelease(press, WANT)
    for (const name of ['parts', 'manifest.sha256']) {
      await rm(join(folderOf(places, '000002'), name), { recursive: true })
      await rename(join(uncleared, name), join(folderOf(places, '000002'), name))
    }
    await rollBack(places)
    expect(await verifyRelease(places, '000002')).toEqual([])
    expect(await readFile(join(places.link, 'a/yi.html'), 'utf8')).toContain('本文已撤回')
  })

  it('is gone at its former addresses too, after a rollback to a release where those led to it', async () => {
    const { press, paper, places } = await twoReleases()
    paper.extra['/alt.html'] =
      '<!doctype html><html lang="zh-Hans"><head><title>页</title></head><body><a href="/a/yi.html">乙</a></body></html>\n'
    paper.redirects['/alt.html'] = '/a/yi.html'
    await makeRelease(press, WANT)
    paper.withdraw('yi')
    paper.extra['/alt.html'] = paper.extra['/alt.html'].replace('<a href="/a/yi.html">乙</a>', '本文已撤回')
    paper.redirects = {}
    paper.buried = ['/alt.html']
    await makeRelease(press, WANT)
    await rollBack(places)
    const site = await serveSite(places.link, 0)
    onTestFinished(() => site.close())
    for (const path of ['alt.html', 'a/yi.html']) {
      const response = await fetch(site.url + path, { redirect: 'manual' })
      expect([path, response.status]).toEqual([path, 410])
      expect(await response.text()).toContain('本文已撤回')
    }
    expect(await verifyRelease(places, '000003')).toEqual([])
  })

  it('comes back when its editor restores it, and goes again when it is withdrawn again', async () => {
    const { press, paper, places } = await without('withdrawn')
    paper.put('yi', '乙又')
    await makeRelease(press, WANT)
    expect(await readFile(join(places.link, 'index.html'), 'utf8')).toContain('乙又')
    paper.withdraw('yi')
    await makeRelease(press, WANT)
    await rollBack(places)
    expect(await readFile(join(places.link, 'index.html'), 'utf8')).not.toContain('乙又')
  })
})
