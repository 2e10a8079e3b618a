/**
 * `npm run screenshots:studio`: what an editor sees at 1280 px, light and dark, into test/screenshots/studio; with `--guide` the pictures
 * of docs/editors.zh.md too.
 *
 *   light-desk.png, dark-desk.png, light-credits.png, …        docs/pictures/studio-desk.webp, …
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { ORIGINALS } from '../law/originals.ts'
import { openNewsroom, type Newsroom } from './desk/newsroom.ts'
import { addPicture, addSection, closeWindow, typeCredits, writeHead } from './newsroom/writing.ts'

const FOLDER = 'test/screenshots/studio'
const GUIDE = 'docs/pictures'
const SIZE = { width: 1280, height: 800 }
/** The width of the desk's first list. */
const PANE = 301
/** A form with every field takes a busy machine long, once for each look. */
const PATIENCE_MS = 120_000

interface Shot {
  at?: string
  prepare?: (page: Page) => Promise<unknown>
  /** Of a window so high, the guide shows the form alone. */
  height?: number
  guide?: true
}

const ORIGINAL = ORIGINALS.find(({ name }) => name === '01-qudao.txt')?.text ?? ''
const XUE = 'desk/published;article-xue'

const SHOTS: Record<string, Shot> = {
  token: { at: '../sign-in?token=wrong' },
  desk: { at: 'desk/all', prepare: (page) => page.getByText('芒种前后').first().waitFor(), guide: true },
  article: { at: XUE, prepare: (page) => page.getByText('已上网', { exact: true }).waitFor(), guide: true },
  preview: {
    at: `${XUE},view=preview`,
    prepare: (page) => page.frameLocator('iframe').last().locator('h1').waitFor(),
    guide: true,
  },
  correct: { at: XUE, prepare: openCorrection, guide: true },
  history: { at: XUE, prepare: openHistory },
  original: { at: 'intent/create/template=article;type=article', prepare: pasteOriginal, guide: true },
  origin: { at: 'intent/create/template=article;type=article', prepare: writeHeadOnly, height: 1300, guide: true },
  section: {
    prepare: (page) => addSection(page, { heading: '闸口的夜', body: '四月末，**水**进了田。\n\n他在闸口守了三夜。' }),
  },
  picture: { prepare: pictureAfterSection, height: 1300, guide: true },
  credits: { prepare: creditsAfterPicture, height: 1300, guide: true },
}

async function openCorrection(page: Page): Promise<void> {
  await page.getByTestId('action-menu-button').click()
  await page.getByTestId('action-更正').click()
  await page.getByRole('dialog').getByRole('textbox').first().fill('文末“柏一州”应为“柏一舟”。')
}

async function openHistory(page: Page): Promise<void> {
  await page.getByTestId('pane-footer').getByRole('button').first().click()
  await page.getByRole('tab', { name: '历史', exact: true }).click()
  await page.getByTestId('timeline-item-button').first().waitFor()
}

async function pasteOriginal(page: Page): Promise<void> {
  await page.getByRole('button', { name: '粘贴原文' }).click()
  const dialog = page.getByRole('dialog', { name: '粘贴原文' })
  await dialog.getByRole('textbox').fill(ORIGINAL)
  await dialog.getByText('刊发时间').waitFor()
}

async function writeHeadOnly(page: Page): Promise<void> {
  await writeHead(page, {
    kicker: '禾川春事',
    title: '渠水进田那一夜',
    day: '2026年05月01日 09:00',
    source: '禾风日报',
  })
}

async function pictureAfterSection(page: Page): Promise<void> {
  await closeWindow(page)
  await addPicture(page, {
    file: 'sanity/sample/qushou.png',
    alt: '老人提灯站在闸口',
    caption: '守水人在闸口。',
    credit: '韩岭 摄',
  })
}

async function creditsAfterPicture(page: Page): Promise<void> {
  await closeWindow(page)
  await typeCredits(page, '（记者 方禾生 闻又新）\n（责编：韩岭、邱实）')
  await page.getByRole('button', { name: '填入', exact: true }).waitFor()
}

async function shoot(room: Newsroom, name: string, { at, prepare, height }: Shot): Promise<void> {
  const { page } = room
  await page.setViewportSize({ ...SIZE, ...(height === undefined ? {} : { height }) })
  if (at !== undefined) await page.goto(room.at(at))
  await prepare?.(page)
  // The lake's events never end, so that the network is never idle: letters, pictures and rows are waited for.
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      [...document.images].every((one) => one.complete) &&
      document.querySelector('[data-testid="document-list-pane"] [data-ui$="Skeleton"]') === null,
  )
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(FOLDER, `${colorScheme}-${name}.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

async function intoGuide(name: string, { guide, height }: Shot): Promise<void> {
  if (guide === undefined) return
  const shot = sharp(join(FOLDER, `light-${name}.png`))
  const shown = height === undefined ? shot : shot.extract({ left: PANE, top: 0, width: SIZE.width - PANE, height })
  await shown.webp({ quality: 60, effort: 6 }).toFile(join(GUIDE, `studio-${name}.webp`))
}

const [, , ...given] = process.argv
const wanted = given.filter((one) => !one.startsWith('--'))
const room = await openNewsroom()
try {
  await mkdir(FOLDER, { recursive: true })
  room.page.setDefaultTimeout(PATIENCE_MS)
  room.live.revisions = { 'article-xue': String((await room.stored('article-xue'))?.['_rev']) }
  // The address that is printed asks who it is.
  await shoot(room, 'name', {})
  for (const [name, shot] of Object.entries(SHOTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    await shoot(room, name, shot)
    if (given.includes('--guide')) await intoGuide(name, shot)
    console.log(name)
  }
  if (room.complaints.length > 0) console.log(room.complaints)
} finally {
  await room.close()
}
