/** Two editors in one article while the power fails: nobody overwrites the other, and what the lake has taken stays taken. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../../browser/chromium.ts'
import { isJson, textOf, type Json } from '../../sample/documents.ts'
import { openPress, type Press } from './press.ts'
import { openSeat, PATIENCE, type Seat } from './seat.ts'

const ARTICLE = 'article-together'
const DRAFT = {
  _id: `drafts.${ARTICLE}`,
  _type: 'article',
  title: '同写一篇',
  kicker: '引',
  subtitle: '副',
  lead: '开头。',
}
const FIELDS = ['lead', 'kicker', 'subtitle'] as const
const EDITS = 200
/** After which edits the lake is killed, while the next are typed. */
const FAILS_AFTER = [50, 100, 150] as const
const CLAUSES = ['渠水到了，', '守闸人说：', '今夜不睡。', '田埂上有灯，', '一盏接一盏，', '水声近了。', '记下时刻：']

let press: Press
let browser: Browser
let seats: [Seat, Seat]

beforeAll(async () => {
  press = await openPress()
  await press.client.create(DRAFT)
  browser = await openChromium()
  seats = [await openSeat(press, { shared: browser }), await openSeat(press, { shared: browser, name: '邱实' })]
  for (const seat of seats) {
    await seat.open(`desk/drafts;${ARTICLE}`)
    await box(seat, 'lead').waitFor()
  }
})
afterAll(async () => {
  await browser?.close()
  await press?.close()
})

type Field = (typeof FIELDS)[number]

interface Edit {
  field: Field
  words: string
}

/** By turns: both in the lead, then each in a field of their own, so that hands meet and part. Each can be found again. */
const edit = (turn: number): Edit => ({
  field: turn % 4 < 2 ? 'lead' : turn % 2 === 0 ? 'kicker' : 'subtitle',
  words: `${CLAUSES[turn % CLAUSES.length] ?? ''}（${turn}）`,
})
const edits = (from: number, to: number): Edit[] => Array.from({ length: to - from }, (_, turn) => edit(from + turn))

const box = ({ page }: Seat, field: Field) => page.getByTestId(`field-${field}`).getByRole('textbox')
const shown = async (seat: Seat): Promise<string[]> => Promise.all(FIELDS.map((field) => box(seat, field).inputValue()))
const held = async (): Promise<Json> => {
  const draft: unknown = await press.client.getDocument(DRAFT._id)
  return isJson(draft) ? draft : {}
}
const times = (draft: Json, { field, words }: Edit): number => textOf(draft[field]).split(words).length - 1
const missing = (draft: Json, wanted: readonly Edit[]): Edit[] => wanted.filter((one) => times(draft, one) !== 1)

/** Typed as an editor does: words that a locked form did not take are typed again once it takes them. */
async function type(seat: Seat, { field, words }: Edit): Promise<void> {
  const area = box(seat, field)
  await expect
    .poll(async () => {
      if (!(await area.isEditable())) return false
      await area.press('Control+End')
      await seat.page.keyboard.insertText(words)
      return (await area.inputValue()).includes(words)
    }, PATIENCE)
    .toBe(true)
}

async function write(from: number, to: number, waits?: number[]): Promise<void> {
  for (let turn = from; turn < to; turn += 1) {
    const [seat, other] = turn % 2 === 0 ? seats : [seats[1], seats[0]]
    const { field, words } = edit(turn)
    await type(seat, edit(turn))
    // Every ninth is timed until the other editor sees it; the rest follow at once, as hands do.
    if (waits !== undefined && turn % 9 === 0) waits.push(await msUntilSeen(other, field, words))
  }
}

/** As when the power fails and comes back, in milliseconds how long the lake was away. */
async function failAndComeBack(): Promise<number> {
  await press.kill()
  const began = performance.now()
  await press.start()
  return performance.now() - began
}

async function msUntilSeen(seat: Seat, field: Field, words: string): Promise<number> {
  const began = performance.now()
  const area = await box(seat, field).elementHandle()
  await seat.page.waitForFunction(
    ([node, text]) =>
      (node instanceof HTMLTextAreaElement || node instanceof HTMLInputElement) && node.value.includes(text),
    [area, words] as const,
    { polling: 20, timeout: PATIENCE.timeout },
  )
  return performance.now() - began
}

/** Answered by the lake, as a third reader sees it. */
async function acknowledged(wanted: readonly Edit[]): Promise<void> {
  await expect.poll(async () => missing(await held(), wanted), PATIENCE).toEqual([])
}

async function sameEverywhere(): Promise<void> {
  await expect
    .poll(async () => {
      const draft = await held()
      const lake = FIELDS.map((field) => textOf(draft[field]))
      const screens = await Promise.all(seats.map(shown))
      return screens.every((screen) => JSON.stringify(screen) === JSON.stringify(lake))
    }, PATIENCE)
    .toBe(true)
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

test('each sees what the other types, and both see what the lake has', async () => {
  const waits: number[] = []
  const [first] = FAILS_AFTER
  await write(0, first, waits)
  await acknowledged(edits(0, first))
  await sameEverywhere()
  console.log(
    `Seen by the other after ${Math.round(median(waits))} ms (median of ${waits.length}; most ${Math.round(Math.max(...waits))} ms).`,
  )
  await seats[0].shot('together')
  expect(seats.flatMap(({ heard }) => heard)).toEqual([])
})

test('the lake is killed in the middle of edits and started again, three times: every word that was typed is kept once', async () => {
  const away: number[] = []
  for (const [index, from] of FAILS_AFTER.entries()) {
    const to = FAILS_AFTER[index + 1] ?? EDITS
    const typing = write(from, to)
    away.push(await failAndComeBack())
    await typing
  }
  console.log(`The lake was away for ${away.map((ms) => `${Math.round(ms)} ms`).join(', ')}.`)
  await seats[1].shot('together-again')
  await acknowledged(edits(0, EDITS))
  await sameEverywhere()
  expect(missing(await held(), edits(0, EDITS))).toEqual([])
})

test('and the console said nothing but that the lake was away', () => {
  const ours = seats.flatMap(({ heard }) => heard).filter((line) => !/net::ERR_|WebSocket/u.test(line))
  expect(ours).toEqual([])
})
