/** The opened archive: exported, the lake wiped, rebuilt; site and next export are the same, byte for byte. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import schema from '../../sanity/schema.json' with { type: 'json' }
import { openDoor } from '../../src/client.ts'
import { extractedSchema, jsonSchema } from '../../src/formats/jsonSchema.ts'
import { differencesOf, openPaper, readFolder } from '../site/zebian.ts'
import { checkJson } from './validators.ts'

const paper = await openPaper()
const bag = join(paper.folder, 'bag')
const again = join(paper.folder, 'again')
const secret = '这一句在禁发期满之前谁也不该读到'
let site = new Map<string, Buffer>()

beforeAll(async () => {
  await paper.done(['sample'])
  const door = openDoor(paper.settings)
  await door.client.patch('article-xue').set({ embargo: '2099-01-01T00:00:00Z', lead: secret }).commit()
  await door.client
    .patch('article-jingtai')
    .set({ withdrawn: { date: '2024-06-09T00:00:00Z', reason: '事实有误' } })
    .commit()
  await door.client.create({ _id: 'drafts.article-x', _type: 'article', title: secret })
  door.close()
  await paper.done(['build'])
  const editor = openDoor(paper.settings)
  await editor.client.patch('article-songxinren').set({ subtitle: '改过一次的副题' }).commit()
  await editor.client.patch('article-jingtai').set({ subtitle: '撤回之后' }).commit()
  editor.close()
  await paper.done(['build'])
  site = await readFolder(paper.site)
  await paper.done(['bag', bag])
})
afterAll(() => paper.close())

const wipe = async (): Promise<void> => {
  for (const end of ['.store', '.store-wal', '.store-shm', '.store.versions'])
    await rm(paper.settings.lake.file + end, { force: true, recursive: true })
  for (const end of ['', '-wal', '-shm', '.token']) await rm(paper.settings.lake.file + end, { force: true })
  await rm(paper.site, { recursive: true, force: true })
}

describe('the bag of an archive', () => {
  it('holds what everyone may read and nothing else: no draft, nothing embargoed, no withdrawn text', async () => {
    const text = await readFile(join(bag, 'data/documents.ndjson'), 'utf8')
    expect(text).not.toContain(secret)
    expect(text).not.toContain('drafts.')
    const lines: unknown[] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.length).toBeGreaterThan(60)
    expect(lines.find((one) => JSON.stringify(one).includes('"_id":"article-jingtai"'))).not.toHaveProperty('sections')
    const own = jsonSchema(extractedSchema(schema))
    expect(lines.flatMap((line) => checkJson(own, line))).toEqual([])
  })

  it('rebuilds a wiped lake into the same site, byte for byte, and the same bag', async () => {
    await wipe()
    await paper.done(['rebuild', bag])
    expect(differencesOf(site, await readFolder(paper.site))).toEqual([])
    expect(site.size).toBeGreaterThan(80)
    expect(
      site
        .keys()
        .filter((address) => address.endsWith('.versions.html'))
        .toArray(),
    ).toHaveLength(1)
    await paper.done(['bag', again])
    expect(differencesOf(await readFolder(bag), await readFolder(again))).toEqual([])
  })

  it('rebuilds into an empty lake only', async () => {
    const { code, err } = await paper.run(['rebuild', bag])
    expect([code, err]).toEqual([1, expect.stringContaining('expected an empty embedded lake')])
  })

  it.each([
    ['a letter changed', (text: string) => text.replace('渠', '梁'), 'data/documents.ndjson was changed'],
    ['its end lost', (text: string) => text.slice(0, -9), 'data/documents.ndjson was changed'],
  ])('with %s is refused before anything is filed', async (_what, fault, wrong) => {
    await cp(bag, again, { recursive: true, force: true })
    await writeFile(
      join(again, 'data/documents.ndjson'),
      fault(await readFile(join(bag, 'data/documents.ndjson'), 'utf8')),
    )
    const { code, err } = await paper.run(['rebuild', again], { LAKE_FILE: join(paper.folder, 'other.sqlite') })
    expect([code, err]).toEqual([1, expect.stringContaining(wrong)])
  })

  it('loads by Sanity’s own importer too', async () => {
    const { out } = await paper.done(['lake', 'load', join(bag, 'data/documents.ndjson')], {
      LAKE_FILE: join(paper.folder, 'third.sqlite'),
      LAKE_PORT: '0',
    })
    expect(out).toContain('documents')
  })
})
