/** Full disks, disks that can only be read, names that lead nowhere, certificates that have expired: the site stays, and goes on by itself. */
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeRelease } from '../../src/publish/make.ts'
import { openQueue } from '../../src/publish/receive/queue.ts'
import { currentId } from '../../src/publish/release/places.ts'
import { verifyRelease } from '../../src/publish/release/verify.ts'
import { openPaper } from '../site/zebian.ts'
import { PaperLake, pressOn, WANT } from './paper.ts'
import { mountDisk, type SmallDisk } from './plug/mount.ts'

const home = mkdtempSync(join(tmpdir(), 'zebian-adversity-'))
const probe = mountDisk(join(home, 'probe'), '64k')
probe?.close()
if (probe === undefined) console.log('Not root, or no Linux: full and read-only disks are not tested.')
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A disk on which two small releases have room, and hardly more. */
function disk(name: string, size: string): { small: SmallDisk; folder: string } {
  const folder = join(home, name)
  const small = mountDisk(folder, size)
  if (small === undefined) throw new Error('expected to mount a small disk, found that it cannot be')
  onTestFinished(() => small.close())
  return { small, folder }
}

describe.runIf(probe !== undefined)('a disk', () => {
  it('that is full at any step of a release leaves the last one to readers, and the next goes on when there is room', async () => {
    const { folder } = disk('full', '1m')
    const paper = new PaperLake()
    const press = pressOn(join(folder, 'site'), paper)
    const edit = (text: string): void => {
      for (let n = 0; n < 10; n += 1) paper.put(`a${n}`, text + '字'.repeat(2_000))
    }
    edit('')
    await makeRelease(press, WANT)
    const failures: string[] = []
    const wrong: string[] = []
    // From no room at all to room enough, a step of the release after the other is the one that fails.
    for (let room = 0; room <= 260_000; room += 10_000) {
      rmSync(join(folder, 'filler'), { force: true })
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - room)))
      edit(String(room))
      await makeRelease({ ...press, kept: 1 }, WANT).catch((error: unknown) => failures.push(String(error)))
      wrong.push(...(await verifyRelease(press.places, (await currentId(press.places)) ?? '')))
    }
    expect(wrong).toEqual([])
    expect(failures.filter((said) => !/found ENOSPC: the disk is full: free some space/u.test(said))).toEqual([])
    expect([failures.length > 3, failures.length < 25]).toEqual([true, true])
    expect(readFileSync(join(folder, 'site', 'a/a0.html'), 'utf8')).toContain('260000')
  })

  it('that is full takes no hook, and takes it when there is room again', async () => {
    const { small, folder } = disk('queue', '200k')
    const queue = openQueue(join(folder, 'queue.sqlite'))
    onTestFinished(() => queue.close())
    const add = (n: number): boolean =>
      queue.add(
        { digest: `d${n}`, documents: [{ document: 'x'.repeat(4_000), said: { revision: 'r', at: '' } }] },
        Date.now(),
      )
    let taken = 0
    expect(() => {
      for (; taken < 200; taken += 1) add(taken)
    }).toThrow(/full|disk I\/O/u)
    expect(queue.waiting()).toHaveLength(taken)
    small.resize('4m')
    expect(add(taken)).toBe(true)
    expect(queue.waiting()).toHaveLength(taken + 1)
  })

  it('that can only be read leaves the last release to readers, and says so', async () => {
    const { small, folder } = disk('read', '2m')
    const paper = new PaperLake()
    const press = pressOn(join(folder, 'site'), paper)
    paper.put('a', '甲')
    await makeRelease(press, WANT)
    small.readOnly(true)
    paper.put('a', '乙')
    await expect(makeRelease(press, WANT)).rejects.toThrow(
      /found EROFS: the disk can only be read: mount it for writing/u,
    )
    expect(readFileSync(join(folder, 'site', 'a/a.html'), 'utf8')).toContain('甲')
    small.readOnly(false)
    await makeRelease(press, WANT)
    expect(readFileSync(join(folder, 'site', 'a/a.html'), 'utf8')).toContain('乙')
  })
})

describe('an API', () => {
  it.each([
    ['whose name leads nowhere', () => Promise.resolve('http://lake.invalid'), /ENOTFOUND|EAI_AGAIN/u],
    ['whose certificate has expired', expired, /certificate has expired|CERT_HAS_EXPIRED/u],
  ])('%s stops the build with one line', async (_, host, why) => {
    const paper = await openPaper()
    onTestFinished(() => paper.close())
    const settings = {
      SANITY_PROJECT_ID: 'zebian',
      SANITY_API_HOST: await host(),
      NODE_EXTRA_CA_CERTS: pem('expired.pem'),
    }
    const { code, err } = await paper.run(['build'], settings)
    expect(code).toBe(1)
    expect(err).toMatch(
      /^zebian: expected an answer from the lake, found: .+; check SANITY_PROJECT_ID, SANITY_API_HOST and the network, and try again\n$/u,
    )
    expect(err).toMatch(why)
  })
})

const pem = (name: string): string => fileURLToPath(new URL(`plug/${name}`, import.meta.url))

/** A server for localhost whose certificate its client trusts, and ended long ago. */
async function expired(): Promise<string> {
  const server = createServer({ cert: readFileSync(pem('expired.pem')), key: readFileSync(pem('expired.key.pem')) })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `https://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`
}
