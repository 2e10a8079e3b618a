/**
 * In which lists an article stands: the only place that says so.
 *
 *   entriesOf(article)
 *     →  [{ index: 'all', key: '' }, { index: 'day', key: '2024-06-02' }, { index: 'channel', key: 'channel-yaowen' },
 *         { index: 'person', key: 'profile-shi-yan/reporter' }, { index: 'references', key: 'source-hefeng-ribao' }, …]
 *
 * A function of the article alone, so that a store can file it without looking at anything else: a channel's page asks for its own
 * list and those of the channels below it, and a channel that moves costs no filing. Days, months and years are Beijing's.
 */
import { dayOf } from '../text/dates.ts'
import type { ArticleDocument } from './documents.ts'

interface Entry {
  index: Index
  key: string
}

type KeysOf = (article: ArticleDocument) => readonly string[]

/** An index and its keys of an article that is printed; a part in a key is set off by `/`. */
const PRINTED = {
  /** Every printed article, under the empty key. */
  all: () => [''],
  /** `2024-06-02`; months and years are prefixes of it. */
  day: ({ publishedAt }) => [dayOf(publishedAt)],
  /** The id of its own channel. */
  channel: ({ channel }) => some(channel?._ref),
  /** `channel-yaowen/2024-06` */
  channelMonth: ({ channel, publishedAt }) => some(channel?._ref).map((id) => `${id}/${monthOf(publishedAt)}`),
  source: ({ source }) => some(source?._ref),
  sourceMonth: ({ source, publishedAt }) => some(source?._ref).map((id) => `${id}/${monthOf(publishedAt)}`),
  /** `profile-shi-yan/reporter`; who is written about has the part `mentioned`. */
  person: (article) => partsOf(article).map(({ person, part }) => `${person}/${part}`),
  /** `profile-shi-yan/2024-06/reporter` */
  personMonth: (article) => {
    const month = monthOf(article.publishedAt)
    return partsOf(article).map(({ person, part }) => `${person}/${month}/${part}`)
  },
  /** The ids of the articles that it recommends. */
  recommends: ({ recommended }) => (recommended ?? []).flatMap(({ article }) => some(article?._ref)),
  /** The ids of its pictures' files. */
  picture: ({ pictures }) => (pictures ?? []).flatMap(({ image }) => some(image.asset?._ref)),
  /** The id of every document that it refers to, in whatever field. */
  references: (article) => referencesOf(article),
  /** The years in which it was corrected. */
  corrections: ({ corrections }) => (corrections ?? []).map(({ date }) => dayOf(date).slice(0, 4)),
  /** The year in which it was withdrawn; `0000` when no date was written down. */
  withdrawn: () => [],
  /** Its address as disks that fold case compare them (`foldAddress`). */
  address: ({ address }) => [foldAddress(address)],
  /** Likewise each of its former addresses. */
  former: ({ formerAddresses }) => (formerAddresses ?? []).map(foldAddress),
} as const satisfies Record<string, KeysOf>

export type Index = keyof typeof PRINTED

const INDEXES = [
  'all',
  'day',
  'channel',
  'channelMonth',
  'source',
  'sourceMonth',
  'person',
  'personMonth',
  'recommends',
  'picture',
  'references',
  'corrections',
  'withdrawn',
  'address',
  'former',
] as const satisfies readonly Index[]

/** The keys of one index under which an article stands, each once. */
export function keysIn(index: Index, article: ArticleDocument): readonly string[] {
  if (article.withdrawn === undefined) return each(PRINTED[index](article))
  // What was withdrawn leaves its address and its date; nothing else of it may be found.
  if (index === 'withdrawn') {
    const { date } = article.withdrawn
    return [date === undefined ? UNDATED : dayOf(date).slice(0, 4)]
  }
  return index === 'address' || index === 'former' ? each(PRINTED[index](article)) : []
}

export const UNDATED = '0000'

/** An article in (its embargo is over), every entry of it out. */
export const entriesOf = (article: ArticleDocument): Entry[] =>
  INDEXES.flatMap((index) => keysIn(index, article).map((key) => ({ index, key })))

/** `foldAddress('/A/é.html')` → `/a/é.html` in NFC: two pages that differ in nothing else would be one file on some disks. */
export const foldAddress = (address: string): string => address.normalize('NFC').toLowerCase()

export const monthOf = (instant: string): string => dayOf(instant).slice(0, 7)

const some = (id: string | undefined): string[] => (id === undefined ? [] : [id])

const each = (keys: readonly string[]): readonly string[] => (keys.length < 2 ? keys : [...new Set(keys)])

/** Whoever took part and whoever is written about. */
function partsOf({ attributions, sections }: ArticleDocument): { person: string; part: string }[] {
  const parts: { person: string; part: string }[] = []
  for (const { role, who } of attributions ?? []) if (who !== undefined) parts.push({ person: who._ref, part: role })
  for (const { profiles } of sections ?? [])
    for (const { _ref } of profiles ?? []) parts.push({ person: _ref, part: 'mentioned' })
  return parts
}

function referencesOf(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const one of value) referencesOf(one, found)
  else if (typeof value === 'object' && value !== null) {
    if ('_ref' in value && typeof value._ref === 'string') found.push(value._ref)
    else for (const inside of Object.values(value)) referencesOf(inside, found)
  }
  return found
}
