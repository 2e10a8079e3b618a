/** Hosted mode: the same documents from a server at another address make the same site, to the byte. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'
import { differencesOf, openPaper, readFolder } from './zebian.ts'

const paper = await openPaper()
const lake = openLake({ file: paper.settings.lake.file })
const served = await serveLake(lake, { port: 0 })
const hosted = {
  SANITY_PROJECT_ID: 'zebian',
  SANITY_API_HOST: served.url,
  LAKE_FILE: join(paper.folder, 'none.sqlite'),
}

beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'])
})
afterAll(async () => {
  await served.close()
  lake.close()
  await paper.close()
})

describe('a site built from a server', () => {
  it('is the site built from the embedded lake, every byte', async () => {
    const site = join(paper.folder, 'hosted')
    await paper.done(['build'], { ...hosted, SITE_FOLDER: site })
    const [embedded, other] = [await readFolder(paper.site), await readFolder(site)]
    expect(embedded.size).toBeGreaterThan(90)
    expect(differencesOf(embedded, other)).toEqual([])
  })

  it('is the same once more when it is built again over itself', async () => {
    const before = await readFolder(paper.site)
    await paper.done(['build'], hosted)
    expect(differencesOf(before, await readFolder(paper.site))).toEqual([])
  })

  it('asks nothing of the embedded lake, and leaves nothing but its releases and a store of its own', async () => {
    const names = [...(await readFolder(paper.folder)).keys()].map((path) => path.split('/')[0])
    expect([...new Set(names)].filter((name) => !name?.startsWith('lake.sqlite')).toSorted()).toEqual([
      'hosted.releases',
      'site.releases',
      'zebian-production.store',
      'zebian-production.store.pictures',
    ])
  })
})
