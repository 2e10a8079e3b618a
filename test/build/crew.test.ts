/** A site that several threads draw is the site that one draws: bytes, manifest, and what gates find wrong. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { builderFrom } from '../../src/build/builder.ts'
import { crewFor, drawByMany } from '../../src/build/crew.ts'
import type { Documents } from '../../src/content/documents.ts'
import type { Progress } from '../../src/publish/builder.ts'
import { makeRelease, type Made } from '../../src/publish/make.ts'
import { pagesOf, placesOf } from '../../src/publish/release/places.ts'
import { verifyRelease } from '../../src/publish/release/verify.ts'
import { openStore } from '../../src/store/store.ts'
import { generated } from './generated.ts'
import { lakeOf } from './lake.ts'
import { differences, treeOf } from './paper.ts'

interface Desk {
  documents: Documents
  secrets: Record<string, string>
  heard: Progress[]
  /** Readers have it then. */
  publish(): Promise<Made>
  tree(): Promise<Map<string, string>>
}

const now = (): Date => new Date('2026-01-01T00:00:00Z')
const stillThere = (ids: readonly string[]): Promise<readonly string[]> => Promise.resolve(ids)

function openDesk(documents: Documents, threads: number): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'zebian-crew-'))
  const store = openStore({ file: join(folder, 'store'), of: 'test', now })
  onTestFinished(() => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const places = placesOf(join(folder, 'site'))
  const builder = builderFrom(
    store,
    lakeOf(() => desk.documents),
    { threads },
  )
  let id = ''
  const desk: Desk = {
    documents,
    secrets: {},
    heard: [],
    publish: async () => {
      const press = { places, builder, kept: 5, secrets: desk.secrets, stillThere, now }
      const made = await makeRelease(
        press,
        { reason: 'test', announced: {} },
        { onProgress: (progress) => desk.heard.push(progress) },
      )
      id = made.id ?? id
      expect(await verifyRelease(places, id)).toEqual([])
      return made
    },
    tree: () => treeOf(pagesOf(places, id)),
  }
  return desk
}

const both = (documents: Documents, threads = 2): [Desk, Desk] => [openDesk(documents, 1), openDesk(documents, threads)]

const told = ({ changed, manifest: { files, documents, quarantined, pages, sizes } }: Made) => ({
  changed,
  files: new Map(files.entries()),
  documents: new Map(documents.entries()),
  quarantined,
  pages,
  sizes,
})

test('three threads make the release that one makes, and the next when everything is drawn again', async () => {
  const [one, three] = both(generated(60), 3)
  expect(told(await three.publish())).toEqual(told(await one.publish()))
  const first = await one.tree()
  expect(first.size).toBeGreaterThan(400)
  expect(differences(first, await three.tree())).toEqual([])
  for (const desk of [one, three]) {
    const { site } = desk.documents
    if (site !== undefined) desk.documents = { ...desk.documents, site: { ...site, title: '另一家报' } }
  }
  const [again, all] = [await one.publish(), await three.publish()]
  expect(told(all)).toEqual(told(again))
  // What names no site stays the file that it was.
  expect(again.changed).toBeLessThan(first.size)
  expect(differences(await one.tree(), await three.tree())).toEqual([])
})

test('what is wrong with a page is found by whoever draws it', async () => {
  const documents = generated(30)
  const [bad] = documents.articles
  const body = '请看[这里](/nowhere.html)。'
  const sections = [{ _key: 'a', _type: 'section', body } as const]
  const articles = documents.articles.map((article) => (article === bad ? { ...article, sections } : article))
  const [one, two] = both({ ...documents, articles })
  const made = await one.publish()
  expect(made.manifest.quarantined).toMatchObject([
    { document: bad?._id, reason: '页面里的链接 /nowhere.html 没有着落' },
  ])
  expect(told(await two.publish())).toEqual(told(made))
})

test('a secret stops the release, whoever draws the page that says it', async () => {
  const documents = generated(20)
  const title = documents.articles.at(-1)?.title ?? ''
  for (const desk of both(documents)) {
    desk.secrets = { SOME_TOKEN: title }
    await expect(desk.publish()).rejects.toThrow(/expected no secret in \/.+, found the value of SOME_TOKEN/u)
  }
})

test('an error in one thread ends them all, and is what is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zebian-crew-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'store')
  const store = openStore({ file, of: 'test' })
  await store.sync(lakeOf(() => generated(8)))
  store.close()
  const job = {
    store: { file, of: 'test' },
    template: 'x',
    folder: join(file, 'site'),
    previous: undefined,
    secrets: {},
  }
  await expect(drawByMany(2, job)).rejects.toThrow('ENOTDIR')
})

test('how far all of them are is told together', async () => {
  const desk = openDesk(generated(120), 2)
  const { manifest } = await desk.publish()
  const far = desk.heard.flatMap(({ what, done }) => (what === 'articles' ? [done] : []))
  expect(far.length).toBeGreaterThan(1)
  expect(far).toEqual(far.toSorted((a, b) => a - b))
  expect(desk.heard.at(-1)?.what).toBe('files')
  expect(desk.heard.at(-1)?.done).toBeLessThanOrEqual(manifest.files.size)
})

test('a small archive is drawn by one', () => {
  expect(crewFor(60)).toBe(1)
  expect(crewFor(100_000)).toBeGreaterThanOrEqual(1)
})
