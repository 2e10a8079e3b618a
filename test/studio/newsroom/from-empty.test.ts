/** From nothing to the printed page: `npm start` on an empty lake, an article written by hand, published, read on the site. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isJson, listOf, textOf, type Json } from '../../sample/documents.ts'
import { openPress, type Press } from './press.ts'
import { openSeat, PATIENCE, type Seat } from './seat.ts'
import { addPicture, addSection, closeWindow, typeCredits, writeHead } from './writing.ts'

const HEAD = {
  kicker: '全县春灌一线报道',
  title: '渠水夜里到了田头',
  day: '2026年05月01日 09:00',
  source: '禾风日报',
} as const
const SECTIONS = [
  {
    heading: '闸门开到第三格',
    body: '四月三十日二十二时，渠首闸门开到第三格。守闸人把马灯挂在栏杆上，说：“水听得见。”\n\n水到第一道斗门，用了四十分钟。',
  },
  {
    heading: '田埂上没有人睡',
    body: '二十三时，水进了村北的**第一块地**。\n\n地头的人把铁锹插在土里，等下一块地的人来接。',
  },
] as const
const PICTURE = {
  file: 'sanity/sample/qushou.png',
  alt: '夜里的渠首，闸门半开',
  caption: '四月三十日夜，渠首闸门开启。',
  credit: '本报记者 方禾生 摄',
} as const
const LINES = '（记者 方禾生 闻又新）\n（责编：韩岭、邱实）'

let press: Press
let seat: Seat
let id = ''

beforeAll(async () => {
  press = await openPress()
  seat = await openSeat(press, { name: '' })
})
afterAll(async () => {
  await seat?.close()
  await press?.close()
})

const stored = async (name: string): Promise<Json | undefined> => {
  const found: unknown = await press.client.getDocument(name)
  return isJson(found) ? found : undefined
}

test('an editor who opens the printed address is signed in, says who they are and starts an article', async () => {
  const { page } = seat
  await seat.shot('newsroom-name')
  await page.getByLabel('姓名').fill('韩岭')
  await page.getByRole('button', { name: '进入编辑台' }).click()
  await page.getByTestId('desk-all').click()
  await page.getByTestId('action-intent-button').click()
  await page.getByTestId('field-kicker').waitFor()
  await writeHead(page, HEAD)
  await seat.shot('newsroom-origin')
  await expect.poll(async () => (id = await draftOf(HEAD.title)), PATIENCE).not.toBe('')
})

test('adds two sections and a picture from a file', async () => {
  const { page } = seat
  for (const section of SECTIONS) {
    await addSection(page, section)
    await seat.shot('newsroom-section')
    await closeWindow(page)
  }
  await addPicture(page, PICTURE)
  await seat.shot('newsroom-picture')
  await closeWindow(page)
  await expect.poll(sectionsAndPictures, PATIENCE).toEqual([2, 1])
})

test('types two reporters and two editors as the paper prints them', async () => {
  const { page } = seat
  // The Studio checks in the browser's idle moments, of which a test that types without a pause leaves none; a check that began on the
  // empty form and ends after 发布 is taken for one of the form as it is now, and refuses it.
  await expect.poll(() => page.getByTestId('action-发布').isDisabled(), PATIENCE).toBe(true)
  await typeCredits(page, LINES)
  await page.getByRole('button', { name: '填入', exact: true }).waitFor()
  await seat.shot('newsroom-credits-read')
  await page.getByRole('button', { name: '填入', exact: true }).click()
  await expect.poll(() => page.getByLabel('将印作').innerText(), PATIENCE).toContain('(责编：韩岭、邱实)')
  await seat.shot('newsroom-credits')
})

test('publishes, and the document comes back exactly as entered', async () => {
  const { page } = seat
  await expect.poll(() => page.getByTestId('action-发布').isEnabled(), PATIENCE).toBe(true)
  await page.getByTestId('action-发布').click()
  await expect.poll(() => stored(id), PATIENCE).toBeDefined()
  await expect.poll(() => stored(`drafts.${id}`), PATIENCE).toBeUndefined()
  const article = await stored(id)
  expect(article).toMatchObject({
    _type: 'article',
    kicker: HEAD.kicker,
    title: HEAD.title,
    publishedAt: '2026-05-01T01:00:00.000Z',
    source: { _ref: 'source-hefeng-ribao' },
    address: `/2026/0501/${id.replaceAll('-', '').slice(0, 8)}.html`,
    sections: SECTIONS.map((section) => ({ _type: 'section', ...section })),
    attributions: [
      { role: 'reporter', name: '方禾生' },
      { role: 'reporter', name: '闻又新' },
      { role: 'editor', name: '韩岭' },
      { role: 'editor', name: '邱实' },
    ],
    pictures: [{ alt: PICTURE.alt, caption: PICTURE.caption, credit: PICTURE.credit, position: 0 }],
  })
  const known = Object.keys(article ?? {}).filter((name) => !name.startsWith('_'))
  expect(known.toSorted()).toEqual(
    ['address', 'attributions', 'kicker', 'pictures', 'publishedAt', 'sections', 'source', 'title'].toSorted(),
  )
  for (const name of ['方禾生', '闻又新', '韩岭', '邱实'])
    expect(`${name} ${await personOf(name)}`).toBe(`${name} ${name}`)
})

test('and the site that the same command serves prints it', async () => {
  const { page } = seat
  const address = new URL(textOf((await stored(id))?.['address']), press.site).href
  await expect.poll(async () => (await fetch(address)).status, PATIENCE).toBe(200)
  await page.getByText('已上网', { exact: true }).waitFor()
  await seat.shot('newsroom-live')
  await page.goto(address)
  const text = await page.locator('article').innerText()
  const lines = [HEAD.kicker, HEAD.title, '2026年05月01日09:00', HEAD.source, PICTURE.caption, PICTURE.credit]
  const bodies = SECTIONS.flatMap(({ heading, body }) => [heading, ...body.replaceAll('**', '').split('\n\n')])
  for (const line of [...lines, ...bodies, '方禾生', '闻又新', '(责编：韩岭、邱实)']) expect(text).toContain(line)
  expect(await page.locator('article img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await seat.shot('newsroom-page')
})

test('and the console said nothing', () => {
  expect(seat.heard).toEqual([])
})

async function sectionsAndPictures(): Promise<number[]> {
  const draft = await stored(`drafts.${id}`)
  return [listOf(draft?.['sections']).length, listOf(draft?.['pictures']).length]
}

async function draftOf(title: string): Promise<string> {
  const found: unknown = await press.client.fetch('*[_id in path("drafts.**") && title == $title][0]._id', { title })
  return textOf(found).replace(/^drafts\./u, '')
}

/** The name of the person whom the article's credit points to. */
async function personOf(name: string): Promise<string> {
  const article = await stored(id)
  const credit = listOf(article?.['attributions']).find((one) => one['name'] === name)
  const who = isJson(credit?.['who']) ? textOf(credit['who']['_ref']) : ''
  return textOf((await stored(who))?.['name'])
}
