/** The release that leaves the row becomes the next one: by what differs, or not at all. */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRelease } from '../../src/publish/make.ts'
import { pagesOf, releaseIds, type Places } from '../../src/publish/release/places.ts'
import { pathsIn } from '../../src/publish/release/draft.ts'
import { rollBack } from '../../src/publish/release/rollback.ts'
import { verifyRelease } from '../../src/publish/release/verify.ts'
import { WANT } from './paper.ts'
import { openPaperless, twoReleases } from './press.ts'

/** Texts by address. */
async function treeOf(folder: string): Promise<Map<string, string>> {
  const paths = (await pathsIn(folder)).toSorted()
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  )
}

const inode = async (path: string): Promise<number> => (await stat(path)).ino

/** Six releases: the row is full, and the first of them is the spare. */
async function fullRow() {
  const opened = await twoReleases()
  const { press, paper } = opened
  const edit = async (id: string, text: string) => {
    paper.put(id, text)
    return makeRelease(press, WANT)
  }
  for (let n = 3; n <= 6; n += 1) await edit('jia', `甲${n}`)
  return { ...opened, edit }
}

/** Releases with the first problem of each, and the first article as each has it. */
async function rowOf(places: Places): Promise<string[]> {
  const rows = (await releaseIds(places)).map(async (id) => {
    const text = /甲\d*/u.exec(await readFile(join(pagesOf(places, id), 'a/jia.html'), 'utf8'))?.[0]
    return [Number(id), text, ...(await verifyRelease(places, id)).slice(0, 1)].join(' ')
  })
  return Promise.all(rows)
}

describe('a release after a full row', () => {
  it('is made in the folder that left the row, and every kept one stays what it was', async () => {
    const { places, edit } = await fullRow()
    const spare = await inode(join(places.spare, 'site'))
    expect(await rowOf(places)).toEqual(['2 甲', '3 甲3', '4 甲4', '5 甲5', '6 甲6'])
    await edit('jia', '甲7')
    expect(await inode(pagesOf(places, '000007'))).toBe(spare)
    expect(await rowOf(places)).toEqual(['3 甲3', '4 甲4', '5 甲5', '6 甲6', '7 甲7'])
    for (const path of ['a/yi.html', '404.html'])
      expect(await inode(join(pagesOf(places, '000007'), path))).toBe(
        await inode(join(pagesOf(places, '000003'), path)),
      )
    for (let n = 8; n <= 13; n += 1) await edit('jia', `甲${n}`)
    expect(await rowOf(places)).toEqual(['9 甲9', '10 甲10', '11 甲11', '12 甲12', '13 甲13'])
  })

  it.each([
    ['a file too few', (folder: string) => rm(join(folder, 'a/jia.html'))],
    ['a file too many', (folder: string) => writeFile(join(folder, 'more.html'), 'x')],
  ])('is not made of one with %s', async (_, spoil) => {
    const { places, edit } = await fullRow()
    await spoil(pagesOf(places, '000002'))
    await edit('jia', '甲7')
    expect(await readdir(places.releases)).toEqual(['000003', '000004', '000005', '000006', '000007', 'lock'])
    await edit('jia', '甲8')
    expect(await rowOf(places)).toEqual(['4 甲4', '5 甲5', '6 甲6', '7 甲7', '8 甲8'])
  })

  it('that a gate stops costs the spare and no kept one', async () => {
    const { places, press, paper, edit } = await fullRow()
    paper.extra = { '/stray.html': '<!doctype html><p></html>' }
    await expect(makeRelease(press, WANT)).rejects.toThrow('/stray.html')
    expect(await readdir(places.releases)).toEqual(['000002', '000003', '000004', '000005', '000006', 'lock'])
    expect(await rowOf(places)).toEqual(['2 甲', '3 甲3', '4 甲4', '5 甲5', '6 甲6'])
    paper.extra = {}
    await edit('jia', '甲7')
    expect((await rowOf(places)).at(-1)).toBe('7 甲7')
  })

  it('leaves nothing of what was withdrawn in the spare either', async () => {
    const { places, press, paper } = await fullRow()
    paper.withdraw('yi')
    await makeRelease(press, WANT)
    const entries = await readdir(places.releases, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && entry.name !== 'lock')
    expect(files.some(({ parentPath }) => parentPath.startsWith(places.spare))).toBe(true)
    const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))
    expect(texts.filter((text) => text.includes('乙'))).toEqual([])
  })
})

describe('a process that stays', () => {
  const STAYS = { stays: true }

  it('finds the folder of its next release ready from the first one on, and every release is whole', async () => {
    const { press, paper } = await openPaperless()
    const { places } = press
    paper.put('jia', '甲1')
    await makeRelease(press, WANT, STAYS)
    for (let n = 2; n <= 9; n += 1) {
      const ready = await inode(join(places.spare, 'site'))
      paper.put('jia', `甲${n}`)
      if (n % 3 === 0) paper.put(`yi${n}`, '乙')
      const { id } = await makeRelease(press, WANT, STAYS)
      expect(await inode(pagesOf(places, id ?? ''))).toBe(ready)
      expect(await treeOf(join(places.spare, 'site'))).toEqual(await treeOf(pagesOf(places, id ?? '')))
    }
    expect(await rowOf(places)).toEqual(['5 甲5', '6 甲6', '7 甲7', '8 甲8', '9 甲9'])
  })

  it('goes on from an earlier release that was gone back to', async () => {
    const { press, paper } = await openPaperless()
    const { places } = press
    for (let n = 1; n <= 3; n += 1) {
      paper.put('jia', `甲${n}`)
      await makeRelease(press, WANT, STAYS)
    }
    await rollBack(places, '000001')
    paper.put('yi', '乙')
    await makeRelease(press, WANT, STAYS)
    expect(await rowOf(places)).toEqual(['1 甲1', '2 甲2', '3 甲3', '4 甲3'])
    expect((await readdir(join(pagesOf(places, '000004'), 'a'))).toSorted()).toEqual(['jia.html', 'yi.html'])
  })

  it('has nothing ready of what was withdrawn or deleted', async () => {
    const { press, paper } = await openPaperless()
    for (const id of ['jia', 'yi', 'bing']) paper.put(id, `正文${id}`)
    await makeRelease(press, WANT, STAYS)
    paper.withdraw('yi')
    paper.sheets.delete('bing')
    await makeRelease(press, WANT, STAYS)
    const texts = [...(await treeOf(join(press.places.spare, 'site'))).values()].join('\n')
    expect(texts).toContain('正文jia')
    expect(texts).not.toMatch(/正文(?:yi|bing)/u)
  })

  it('publishes whatever became of the folder that was ready', async () => {
    const { press, paper } = await openPaperless()
    paper.put('jia', '甲1')
    await makeRelease(press, WANT, STAYS)
    await rm(join(press.places.spare, 'manifest.sha256'))
    paper.put('jia', '甲2')
    await makeRelease(press, WANT, STAYS)
    expect(await rowOf(press.places)).toEqual(['1 甲1', '2 甲2'])
    expect(await treeOf(join(press.places.spare, 'site'))).toEqual(await treeOf(pagesOf(press.places, '000002')))
  })
})
