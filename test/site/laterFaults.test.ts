/** When what changed cannot be learnt, a later build says so in one line, and the site that readers see stays as it is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { openLake } from '../../src/lake/lake.ts'
import { LATER_FAULTS } from './faults.ts'
import { pass, serveFaulty, type Fault } from './faulty.ts'
import { differencesOf, openPaper, readFolder, type Ran } from './zebian.ts'

const paper = await openPaper()
const lake = openLake({ file: paper.settings.lake.file })
const spoilt: { by: Fault } = { by: pass }
const server = await serveFaulty(lake, (passing) => spoilt.by(passing))

const hosted = { SANITY_PROJECT_ID: 'zebian', SANITY_API_HOST: server.url }
const build = (): Promise<Ran> => paper.run(['build'], hosted)

async function retitle(title: string): Promise<void> {
  const body = JSON.stringify({ mutations: [{ patch: { id: 'article-qushou-kaizha', set: { title } } }] })
  const url = 'http://lake/v2025-02-19/data/mutate/production'
  expect((await lake.fetch(new Request(url, { method: 'POST', body }))).status).toBe(200)
}

beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'], hosted)
})
afterAll(async () => {
  await server.close()
  lake.close()
  await paper.close()
})

describe('a later build stops with one clear line, and the site stays to the byte, at', () => {
  it.each(LATER_FAULTS)('$name', async ({ name, fault, says }) => {
    await retitle(name)
    const before = await readFolder(join(paper.folder, 'site.releases'))
    spoilt.by = fault
    const { code, err } = await build()
    expect(code).toBe(1)
    expect(err.trimEnd().split('\n')).toEqual([expect.stringMatching(says)])
    expect(differencesOf(before, await readFolder(join(paper.folder, 'site.releases')))).toEqual([])
    spoilt.by = pass
    expect((await build()).code).toBe(0)
    const titles = [...(await readFolder(paper.site))].filter(
      // The versions of before say the former headline over and the new one as what changed.
      ([path, page]) => !/\.(?:versions|\d{14})\.html$/u.test(path) && page.includes(`<h1>${name}</h1>`),
    )
    expect(titles).toHaveLength(1)
  })
})
