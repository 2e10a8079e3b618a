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
const FAILS_AFTER = 100
/** Typed while the lake is away; nobody has promised anything about these. */
const IN_THE_DARK = [FAILS_AFTER, FAILS_AFTER + 4] as const
const CLAUSES = ['渠水到了，', '守闸人说：', '今夜不睡。', '田埂上有灯，', '一盏接一盏，', '水声近了。', '记下时刻：']

let press: Press
let browser: Browser
let seats: [Seat, Seat]

beforeAll(async () => {
  press = await openPress()
  await press.client.create(DRAFT)
  browser = await openChromium()
  seats = [await openSeat(press, browser), await openSeat(press, browser)]
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

async function write(from: number, to: number, waits?: number[]): Promise<void> {
  for (let turn = from; turn < to; turn += 1) {
    const [seat, other] = turn % 2 === 0 ? seats : [seats[1], seats[0]]
    const { field, words } = edit(turn)
    await box(seat, field).press('Control+End')
    await seat.page.keyboard.insertText(words)
    // Every ninth is timed until the other editor sees it; the rest follow at once, as hands do.
    if (waits !== undefined && turn % 9 === 0) waits.push(await msUntilSeen(other, field, words))
  }
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

/** Those that stand on either screen: a Studio that has noticed that its lake is away may lock the form. */
async function onScreen(wanted: readonly Edit[]): Promise<Edit[]> {
  const screens = (await Promise.all(seats.map(shown))).flat().join('\n')
  return wanted.filter(({ words }) => screens.includes(words))
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

test('each sees within a second what the other types, and both see what the lake has', async () => {
  const waits: number[] = []
  await write(0, FAILS_AFTER, waits)
  await acknowledged(edits(0, FAILS_AFTER))
  await sameEverywhere()
  console.log(
    `Seen by the other after ${Math.round(median(waits))} ms (median of ${waits.length}; most ${Math.round(Math.max(...waits))} ms).`,
  )
  expect(median(waits)).toBeLessThan(1_000)
  await seats[0].shot('together')
  expect(seats.flatMap(({ heard }) => heard)).toEqual([])
})

test('the lake is killed and started again: both come back, and nothing acknowledged is lost', async () => {
  await press.kill()
  await write(...IN_THE_DARK)
  const taken = await onScreen(edits(...IN_THE_DARK))
  await seats[1].shot('together-away')
  await press.start()
  // Back when each sees what the other types.
  await sameEverywhere()
  const [, resumed] = IN_THE_DARK
  await write(resumed, EDITS)
  await acknowledged([...edits(0, FAILS_AFTER), ...edits(resumed, EDITS)])
  await sameEverywhere()
  const draft = await held()
  const kept = edits(...IN_THE_DARK).map((one) => times(draft, one))
  console.log(
    `Typed while the lake was away: ${kept.length}; let in by the form ${taken.length}, kept ${kept.filter((n) => n === 1).length}.`,
  )
  expect(kept.filter((n) => n > 1)).toEqual([])
  await seats[1].shot('together-again')
})

test('and the console said nothing but that the lake was away', () => {
  const ours = seats.flatMap(({ heard }) => heard).filter((line) => !/net::ERR_|WebSocket/u.test(line))
  expect(ours).toEqual([])
})
