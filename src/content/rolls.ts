/**
 * Lists of a month or a day in full, cut into narrower periods where they do not fit on a page.
 *
 *   rolledPage([{ label: '稿件', keys: ['channel-yaowen/2024-06'], heads: 41 of them }], '2024-06', '2024-06', addressOf, catalogue)
 *     →  { listings: [the newest 20], within: { label: '分旬', links: [上旬 14, 中旬 13, 下旬 14] }, up: [], … }
 *   … '2024-06', '2024-06-shang', …  →  { listings: [14], within: undefined, up: [2024年6月], later: 中旬, … }
 *
 * Whether a list is cut turns on its bytes; where its parts stand does not.
 */
import type { Catalogue, Head } from './catalogue.ts'
import { hrefOf, type Link } from './links.ts'
import {
  LIST_ROOM,
  listingOf,
  namesIn,
  roomBeside,
  weightOf,
  type ListingPage,
  type Period,
  type SourceNames,
} from './listing.ts'
import { formatPeriod, formatWithin, inOrder, isOfDays, narrower, periodsAround } from './periods.ts'

export interface Roll {
  label: string
  /** Under which keys of the index its articles stand. */
  keys: readonly string[]
  heads: readonly Head[]
}

/** A further list's heading, in bytes. */
const HEADING = 100

const weigh = (period: string, rolls: readonly Roll[], names: SourceNames): number =>
  rolls.reduce((sum, { heads }) => sum + HEADING + weightOf(heads, names, isOfDays(period)), -HEADING)

const timesIn = (rolls: readonly Roll[]): string[] =>
  rolls.flatMap(({ heads }) => heads.map(({ publishedAt }) => publishedAt))

/** The rolls of each narrower period, the earliest first; none where these fit on one page or can be cut no further. */
function cut(period: string, rolls: readonly Roll[], names: SourceNames): [string, Roll[]][] {
  if (weigh(period, rolls, names) <= LIST_ROOM) return []
  const split = rolls.map(({ heads }) => Map.groupBy(heads, (head) => narrower(period, head.publishedAt)))
  const parts = new Set(split.flatMap((own) => [...own.keys()].filter((part) => part !== undefined)))
  return inOrder(parts).map((part) => [part, rolls.map((roll, at) => ({ ...roll, heads: split[at]?.get(part) ?? [] }))])
}

/** Every page that there is of the lists: its period, what it prints, and the period whose page leads to it. */
export function* pagesIn(
  period: string,
  all: readonly Roll[],
  names: SourceNames,
  only: (part: string) => boolean = () => true,
  above?: Sheet,
): Generator<Sheet> {
  const rolls = all.filter(({ heads }) => heads.length > 0)
  if (rolls.length === 0) return
  const parts = cut(period, rolls, names)
  const sheet = { period, rolls, above, parts: parts.map(([part, own]) => ({ part, count: timesIn(own).length })) }
  yield sheet
  for (const [part, own] of parts) if (only(part)) yield* pagesIn(part, own, names, only, sheet)
}

export interface Sheet {
  period: string
  rolls: readonly Roll[]
  above: Sheet | undefined
  parts: { part: string; count: number }[]
}

/** The periods that have a page, the whole one first. */
export const rolledPeriods = (rolls: readonly Roll[], whole: string, catalogue: Catalogue): string[] =>
  Array.from(pagesIn(whole, rolls, namesIn(catalogue)), ({ period }) => period)

type Rolled = Pick<ListingPage, 'listings' | 'within' | 'earlier' | 'later'> & { up: Link[] }

/** The page of one period out of the lists of the whole; undefined where it has none (now). */
export function rolledPage(
  rolls: readonly Roll[],
  { whole, period }: { whole: string; period: string },
  address: (period: string) => string,
  catalogue: Catalogue,
): Rolled | undefined {
  const around = periodsAround(period)
  const sheet = pagesIn(whole, rolls, namesIn(catalogue), (part) => around.includes(part)).find(
    (one) => one.period === period,
  )
  if (sheet === undefined) return undefined
  const link = (one: string | undefined): Link | undefined =>
    one === undefined ? undefined : { text: formatPeriod(one), href: hrefOf(address(one)) }
  const beside = sheet.above?.parts.map(({ part }) => part) ?? []
  const at = beside.indexOf(period)
  const room = roomBeside(sheet.parts.length) / sheet.rolls.length
  return {
    up: upFrom(sheet).flatMap((one) => link(one) ?? []),
    listings: sheet.rolls.map(({ label, heads }) =>
      listingOf(
        label,
        heads,
        { total: heads.length, flat: isOfDays(period), ...(sheet.parts.length === 0 ? {} : { room }) },
        catalogue,
      ),
    ),
    within: withinOf(sheet, address),
    earlier: link(beside[at - 1]),
    later: at === -1 ? undefined : link(beside[at + 1]),
  }
}

const upFrom = ({ above }: Sheet): string[] => (above === undefined ? [] : [...upFrom(above), above.period])

function withinOf({ parts }: Sheet, address: (period: string) => string): Period | undefined {
  const [first] = parts
  if (first === undefined) return undefined
  return {
    label: `分${formatWithin(first.part).at(-1)}`,
    links: parts.map(({ part, count }) => ({ text: formatWithin(part), href: hrefOf(address(part)), count })),
  }
}
