/** When what comes from the lake is broken, the build says so in one line and the site that readers see stays as it is. */
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLake } from '../../src/lake/lake.ts'
import { thirdOf } from '../house/thorough.ts'
import { FAULTS } from './faults.ts'
import { pass, serveFaulty, type Fault } from './faulty.ts'
import { differencesOf, openPaper, readFolder, type Ran } from './zebian.ts'

const paper = await openPaper()
const lake = openLake({ file: paper.settings.lake.file })

beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'])
})
afterAll(async () => {
  lake.close()
  await paper.close()
})

interface Attempt extends Ran {
  /** Files of the site that the attempt changed, and whatever it left beside the site. */
  changed: string[]
}

/** A build over an older site, against a server with that fault. */
async function attempt(name: string, url: string, environment: Record<string, string> = {}): Promise<Attempt> {
  const folder = join(paper.folder, name)
  await mkdir(folder)
  await cp(join(paper.site, 'index.html'), join(folder, 'site', 'old.html'))
  const before = await readFolder(folder)
  const hosted = {
    SANITY_PROJECT_ID: 'zebian',
    SANITY_API_HOST: url,
    SITE_FOLDER: join(folder, 'site'),
    STORE_FILE: join(paper.folder, 'stores', name),
  }
  const ran = await paper.run(['build'], { ...hosted, ...environment })
  // The empty file of the lock is no file of the site's.
  const changed = differencesOf(before, await readFolder(folder)).filter((path) => path !== 'site.releases/lock')
  return { ...ran, changed }
}

async function attemptWith(name: string, fault: Fault, environment?: Record<string, string>): Promise<Attempt> {
  const server = await serveFaulty(lake, fault)
  try {
    return await attempt(name, server.url, environment)
  } finally {
    await server.close()
  }
}

describe.concurrent('the build stops with one clear line, and the old site stays to the byte, at', () => {
  it.each(thirdOf(FAULTS))('$name', async ({ name, fault, says, environment }) => {
    const { code, err, changed } = await attemptWith(name, fault, environment)
    expect({ code, changed }).toEqual({ code: 1, changed: [] })
    expect(err.trimEnd().split('\n')).toEqual([expect.stringMatching(says)])
    expect(err).toMatch(/expected .+, found/su)
  })

  it('a connection refused', async () => {
    const gone = await serveFaulty(lake, pass)
    await gone.close()
    const { code, err, changed } = await attempt('refused', gone.url)
    expect({ code, changed }).toEqual({ code: 1, changed: [] })
    expect(err).toMatch(/^zebian: expected an answer from the lake, found: .*ECONNREFUSED.*\n$/u)
  })
})

describe('the same attempt', () => {
  it('without a fault builds the site and takes the old one away: what stays above stays because of the fault', async () => {
    const { code, changed } = await attemptWith('unharmed', pass)
    expect(code).toBe(0)
    expect(changed).toContain('site/old.html')
    expect(
      differencesOf(await readFolder(join(paper.folder, 'unharmed', 'site')), await readFolder(paper.site)),
    ).toEqual([])
  })

  it('with a server that fails now and then and recovers builds the same site', async () => {
    let requests = 0
    const { code } = await attemptWith('recovering', (passing) => {
      requests += 1
      if (requests % 3 === 1 && passing.kind !== 'picture') passing.outgoing.writeHead(503).end()
      else pass(passing)
    })
    expect(code).toBe(0)
    expect(
      differencesOf(await readFolder(join(paper.folder, 'recovering', 'site')), await readFolder(paper.site)),
    ).toEqual([])
  })
})
