/**
 * Which revision of each article of a month stands on the site, for the Studio's badge: `{"article-a": "rev1"}`.
 *
 *   liveKind.address('2024-06')           →  '/live/2024-06.json'
 *   liveKind.model('2024-06', catalogue)  →  { 'article-a': 'rev1', … }
 *
 * By month, as the article's own date has it: a publish writes one or two of them, however large the archive is.
 */
import { monthsOf } from '../calendar.ts'
import { monthOf } from '../entries.ts'
import { ALL, type PageKind } from '../kind.ts'
import { isEverywhere, versionsOf } from '../touch.ts'

export const liveKind: PageKind<Record<string, string>> = {
  keys: (catalogue) => monthsOf(catalogue.tallies('day')).map(({ key }) => key),
  address: (month) => `/live/${month}.json`,
  model: (month, catalogue) => {
    const heads = catalogue.tallies('day', month).flatMap(({ key }) => catalogue.list('day', key))
    return heads.length === 0 ? undefined : Object.fromEntries(heads.map(({ id, rev }) => [id, rev]))
  },
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'article' ? [...new Set(versionsOf(change).map((one) => monthOf(one.publishedAt)))] : []
  },
}
