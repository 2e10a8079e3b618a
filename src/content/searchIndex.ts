/**
 * The search index of a catalogue: which segments there are, what stands in each, and which of them a change can alter.
 *
 *   segmentsIn(catalogue)                     →  [{ from: 24192, months: 32, shards: 1024 }, …]
 *   entriesIn(segment, catalogue)             →  [{ id: 'article-a', title: …, … }, …]
 *   daysTouched(change, catalogue)            →  ['2024-06-02', …]: the days of the articles that are found otherwise than before
 *   segmentsToWrite(before, days, catalogue)  →  the segments whose files a publish writes again
 *
 * What an article is found by is its own page's words, so a change alters the segment of its month and no other, unless the months of
 * the archive are cut anew: when it is the first or last of them, or a segment has grown past its shards.
 */
import { segmentsOf, segmentWith, type Segment } from '../search/segments.ts'
import type { SearchEntry } from '../search/entry.ts'
import { formatMonth } from '../search/spans.ts'
import { monthsOf } from './calendar.ts'
import { headOf, type Catalogue, type Head } from './catalogue.ts'
import { creditModel } from './credits.ts'
import { dayOf } from '../text/dates.ts'
import type { Change } from './kind.ts'
import { articleOf } from './kinds/lastPage.ts'
import { searchEntry, type Referred } from './searchEntry.ts'
import { idOf, isEverywhere, versionsOf } from './touch.ts'

export const segmentsIn = (catalogue: Catalogue): Segment[] =>
  segmentsOf(new Map(monthsOf(catalogue.tallies('day')).map(({ key, count }) => [key, count])))

/** Month by month, for a segment may hold years. */
export function* entriesIn({ from, months }: Segment, catalogue: Catalogue): Generator<SearchEntry> {
  const referred = referredIn(catalogue)
  for (let month = from; month < from + months; month += 1) {
    const key = formatMonth(month)
    for (const day of catalogue.tallies('day', `${key.slice(0, 4)}-${key.slice(4)}`))
      for (const { id } of catalogue.list('day', day.key)) {
        const entry = entryOf(id, referred, catalogue)
        if (entry !== undefined) yield entry
      }
  }
}

function referredIn(catalogue: Catalogue): Referred {
  const channels = new Map(catalogue.channels().map((channel) => [channel._id, channel]))
  return { channel: (id) => channels.get(id), source: catalogue.source, profile: catalogue.profile }
}

/** Kept with what else is told of the article, where that is kept. */
export const tellSearch = (id: string, catalogue: Catalogue): void => void entryOf(id, referredIn(catalogue), catalogue)

function entryOf(id: string, referred: Referred, catalogue: Catalogue): SearchEntry | undefined {
  const make = (): SearchEntry | undefined => {
    const article = articleOf(id, catalogue)
    return article === undefined ? undefined : searchEntry(article, creditModel(article, catalogue), referred)
  }
  if (catalogue.kept === undefined) return make()
  const entry: SearchEntry | null = JSON.parse(catalogue.kept(id, 'search', () => JSON.stringify(make() ?? null)))
  return entry ?? undefined
}

/** The days of the articles that a change lets be found otherwise: its segments are written again, and those that are cut anew. */
export function daysTouched(change: Change, catalogue: Catalogue): string[] {
  if (isEverywhere(change)) return []
  const heads: readonly Head[] =
    change.type === 'article' ? versionsOf(change).map(headOf) : catalogue.list('references', idOf(change))
  return [...new Set(heads.map(({ publishedAt }) => dayOf(publishedAt)))]
}

/** The segments to write again, given how the index was cut before and the days that are touched. */
export function segmentsToWrite(before: readonly Segment[], days: readonly string[], catalogue: Catalogue): Segment[] {
  const now = segmentsIn(catalogue)
  const same = ({ from, months, shards }: Segment): boolean =>
    before.some((one) => one.from === from && one.months === months && one.shards === shards)
  const held = new Set(days.map((day) => segmentWith(now, day)))
  return now.filter((segment) => !same(segment) || held.has(segment))
}
