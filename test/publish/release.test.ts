/** Releases: sealed, switched, kept, rolled back, verified. */
import { mkdir, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { makeRelease } from '../../src/publish/make.ts'
import { readManifest } from '../../src/publish/release/manifest.ts'
import { currentId, folderOf, pagesOf, releaseIds } from '../../src/publish/release/places.ts'
import { readHold, rollBack } from '../../src/publish/release/rollback.ts'
import { verifyRelease } from '../../src/publish/release/verify.ts'
import { WANT } from './paper.ts'
import { openPaperless, twoReleases } from './press.ts'

describe('a release', () => {
  it('is a folder that one link leads to, its unchanged files the very files of the one before', async () => {
    const { places } = await twoReleases()
    expect(await readlink(places.link)).toBe('site.releases/000002/site')
    const inode = async (id: string, path: string) => (await stat(join(pagesOf(places, id), path))).ino
    expect(await inode('000001', 'a/jia.html')).toBe(await inode('000002', 'a/jia.html'))
    expect(await inode('000001', 'index.html')).not.toBe(await inode('000002', 'index.html'))
    expect(await readdir(places.releases)).toEqual(['000001', '000002', 'lock'])
  })

  it('says of each page its digest, its bytes and its document, and of each document its revision', async () => {
    const { places } = await twoReleases()
    const manifest = await readManifest(folderOf(places, '000002'))
    const { size } = await stat(join(places.link, 'a/yi.html'))
    expect(manifest.files.get('/a/yi.html')).toEqual({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
      bytes: size,
      document: 'yi',
    })
    expect(manifest.documents.get('yi')?.[0]).toBe('r2')
  })

  it('is not made again when nothing has changed', async () => {
    const { press, places } = await twoReleases()
    expect(await makeRelease(press, WANT)).toMatchObject({ id: undefined, changed: 0 })
    expect(await releaseIds(places)).toHaveLength(2)
  })

  it('is one of the last five, whatever was made before', async () => {
    const { press, paper, places } = await twoReleases()
    for (let n = 0; n < 6; n += 1) {
      paper.put('jia', `甲${n}`)
      await makeRelease(press, WANT)
    }
    expect(await releaseIds(places)).toEqual(['000004', '000005', '000006', '000007', '000008'])
  })

  it('takes the place of a folder that an earlier version left there', async () => {
    const { press, paper, folder } = await openPaperless()
    await mkdir(join(folder, 'site'))
    await writeFile(join(folder, 'site', 'old.html'), 'old')
    paper.put('jia', '甲')
    await makeRelease(press, WANT)
    expect(await readdir(join(folder, 'site'))).not.toContain('old.html')
    expect(await readdir(press.places.releases)).toEqual(['000001', 'lock'])
  })

  it('is made anew from everything where the one before cannot be read, which then goes', async () => {
    const { press, paper, places } = await twoReleases()
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => said.mockRestore())
    const seal = join(folderOf(places, '000002'), 'manifest.sha256')
    await writeFile(seal, (await readFile(seal, 'utf8')).replace(/^./u, 'x'))
    paper.put('jia', '甲三')
    await makeRelease(press, WANT)
    expect(await releaseIds(places)).toEqual(['000001', '000003'])
    expect(await verifyRelease(places, '000003')).toEqual([])
    expect(said.mock.calls.flat()).toContainEqual(expect.stringMatching(/^Release 000002 is not whole/u))
  })

  it('writes of its manifest only what has changed, however many files there are', async () => {
    const { press, paper, places } = await openPaperless().then((opened) => ({
      ...opened,
      places: opened.press.places,
    }))
    for (let n = 0; n < 300; n += 1) paper.put(`p${n}`, `篇${n}`)
    await makeRelease(press, WANT)
    const partsOf = async (id: string): Promise<Map<string, number>> => {
      const folder = join(folderOf(places, id), 'parts')
      const parts = (await readdir(folder)).map(async (name) => [name, (await stat(join(folder, name))).size] as const)
      return new Map(await Promise.all(parts))
    }
    const before = await partsOf('000001')
    const whole = before.values().reduce((sum, size) => sum + size, 0)
    paper.put('p7', '又')
    await makeRelease(press, WANT)
    const written = (await partsOf('000002')).entries().filter(([name]) => !before.has(name))
    expect(written.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(whole / 10)
  })

  it('waits for one that is being made', async () => {
    const { press, paper, places } = await twoReleases()
    const order: string[] = []
    const slow = {
      ...press,
      builder: async (...request: Parameters<typeof press.builder>) => {
        order.push('begin')
        await new Promise((done) => setTimeout(done, 30))
        paper.put('jia', `甲${order.length}`)
        const account = await press.builder(...request)
        order.push('end')
        return account
      },
    }
    await Promise.all([makeRelease(slow, WANT), makeRelease(slow, WANT)])
    expect(order).toEqual(['begin', 'end', 'begin', 'end'])
    expect(await currentId(places)).toBe('000004')
  })
})

describe('verify', () => {
  it('finds nothing where nothing was touched', async () => {
    const { places } = await twoReleases()
    expect(await verifyRelease(places, '000002')).toEqual([])
  })

  it('finds any one byte that differs, in any file, the manifest and its seal too', async () => {
    const { places } = await twoReleases()
    const root = folderOf(places, '000001')
    const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(5)
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name)
      const bytes = await readFile(path)
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ 1
        await writeFile(path, flipped)
        expect(await verifyRelease(places, '000001'), `${name} at ${at}`).not.toEqual([])
      }
      await writeFile(path, bytes)
    }
    expect(await verifyRelease(places, '000001')).toEqual([])
  })

  it('finds a file too many and a file too few', async () => {
    const { places } = await twoReleases()
    await writeFile(join(places.link, 'more.html'), 'x')
    await rm(join(places.link, 'a/jia.html'))
    expect(await verifyRelease(places, '000002')).toEqual([
      expect.stringMatching(/^\/a\/jia.html: expected \d+ bytes, found no such file$/u),
      '/more.html: expected no such file, found 1 bytes',
    ])
  })
})

describe('a rollback', () => {
  it('gives readers the release before, and holds it until someone publishes by hand', async () => {
    const { press, places } = await twoReleases()
    expect(await rollBack(places)).toMatchObject({ from: '000002', to: '000001' })
    expect(await currentId(places)).toBe('000001')
    expect(await readHold(places)).toMatchObject({ to: '000001' })
    await makeRelease(press, WANT)
    expect(await currentId(places)).toBe('000003')
    expect(await readHold(places)).toBe(undefined)
  })

  it('says which releases there are when it is asked for another', async () => {
    const { places } = await twoReleases()
    await expect(rollBack(places, '9')).rejects.toThrow('expected release 9, found 000001, 000002')
    expect(await rollBack(places, '1')).toMatchObject({ to: '000001' })
    await expect(rollBack(places)).rejects.toThrow('expected a release before 000001')
  })
})
