/** The desk of a paper with ten thousand articles: lists open and searches answer while an editor would not yet look up. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillLake } from '../../../bench/fill.ts'
import { questions } from '../../../bench/lakeCases.ts'
import { buildInto } from '../../../src/commands/studio.ts'
import { listOf, textOf } from '../../sample/documents.ts'
import { openNewsroom, PATIENCE, type Newsroom } from '../desk/newsroom.ts'

const ARTICLES = 10_000
/** Milliseconds in which a busy machine has filled a second lake. */
const FILLING = 600_000
const SOME = '*[_type == "article" && defined(rights)][5000].sections[1].body'

let room: Newsroom
const took: Record<string, number> = {}

/** Builds the Studio of ./bare. */
async function buildBare(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zebian-bare-'))
  await buildInto(folder, join(import.meta.dirname, 'bare'))
  return folder
}

beforeAll(async () => {
  room = await openNewsroom()
  await fillLake(room.door, ARTICLES)
})
afterAll(async () => {
  console.log(
    `Milliseconds with ${ARTICLES} articles: ${Object.entries(took)
      .map(([name, ms]) => `${name} ${Math.round(ms)}`)
      .join(', ')}.`,
  )
  await room?.close()
})

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  took[name] = performance.now() - began
}

const rows = () => room.page.getByTestId('document-list-pane').or(room.page.locator('[data-testid="pane"]')).last()

test('the desk counts them', async () => {
  const { page } = room
  for (const name of ['opening the desk, the first time', 'opening the desk'])
    await timed(name, async () => {
      await page.goto(room.at('desk'))
      await page
        .getByTestId('desk-all')
        .getByText(/1\d,\d{3}/u)
        .waitFor(PATIENCE)
    })
  expect(room.complaints).toEqual([])
})

test('the list opens with the newest', async () => {
  const { page } = room
  const newest: unknown = await room.door.client.fetch('*[_type == "article"] | order(publishedAt desc) [0].title')
  for (const name of ['list, the first time', 'list']) {
    await page.goto(room.at('desk'))
    await page.getByTestId('desk-all').waitFor(PATIENCE)
    await timed(name, async () => {
      await page.getByTestId('desk-all').click()
      await rows().getByText(String(newest)).first().waitFor(PATIENCE)
    })
  }
  await room.picture('large-list')
  expect(room.complaints).toEqual([])
})

test('a search in the middle of a sentence finds its article', async () => {
  const { page } = room
  const body: unknown = await room.door.client.fetch(SOME)
  const [word = ''] = /(?<=\p{Script=Han}{2})\p{Script=Han}{7}/u.exec(String(body)) ?? []
  const { query, params, perspective } = questions({ word, id: '', address: '' }).search
  const found: unknown = await room.door.client.fetch<unknown>(query, params, { perspective })
  // Headlines of the generated archive repeat themselves; ids do not.
  const id = textOf(listOf(found)[0]?.['_id'])
  const top = rows().locator('a[href*="article-"]').first()
  expect(await top.getAttribute('href')).not.toContain(id)
  await timed('search', async () => {
    await page.getByPlaceholder('搜索').last().fill(word)
    await expect.poll(() => top.getAttribute('href'), { ...PATIENCE, interval: 20 }).toContain(id)
  })
  await room.picture('large-search')
  expect(room.complaints).toEqual([])
})

test(
  'of the Studio as it comes, on the same archive, the list takes what is Sanity’s own to take',
  async () => {
    const built = await buildBare()
    const bare = await openNewsroom(built)
    try {
      await fillLake(bare.door, ARTICLES)
      const { page } = bare
      const item = page.getByTestId('pane-content').getByText('Article').first()
      for (const name of ['a bare Studio’s list, the first time', 'a bare Studio’s list']) {
        await page.goto(bare.at('desk'))
        await item.waitFor(PATIENCE)
        await timed(name, async () => {
          await item.click()
          await page
            .locator('a[href*="article-"]')
            .first()
            .getByText(/\p{Script=Han}/u)
            .first()
            .waitFor(PATIENCE)
        })
      }
      await bare.picture('large-bare')
      expect(await page.locator('a[href*="article-"]').count()).toBeGreaterThan(10)
    } finally {
      await bare.close()
      await rm(built, { recursive: true, force: true })
    }
  },
  FILLING,
)
