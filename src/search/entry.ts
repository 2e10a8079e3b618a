/**
 * An article as it can be searched: its texts, and the terms that it is found by beside their pieces (./gather.ts).
 *
 *   termsOf({ address: '/2024/0602/a1.html', title: '把渠修到田头', … }, letters)
 *     →  ['#d20240602', '#y2024', '#cxiangcun', '#rreporter:石砚', '~shiyan=石砚', '#a/2024/0602/a1.html', …]
 *
 * Plain values: whatever makes them from documents is elsewhere.
 */
import { foldText, type Letters } from './fold.ts'
import { addressTerm, channelTerm, dayTerm, readingTerm, roleTerm, sourceTerm, yearTerm } from './terms.ts'

export interface SearchEntry {
  id: string
  address: string
  /** As the page's clock showed it, with its offset: `2024-06-02T08:30:00+08:00`. */
  shown: string
  title: string
  kicker?: string | undefined
  subtitle?: string | undefined
  originalTitle?: string | undefined
  /** Plain text, without marks of Markdown. */
  lead?: string | undefined
  subheads: string[]
  source?: string | undefined
  channel?: { path: string; name: string } | undefined
  /** Credit lines as they are printed: `记者 石砚`, `(责编：韩岭)`. */
  credits: string[]
  /** Who has a part in it, with the readings of their names (`shiyan`); people in the text have the role `mentioned`. */
  people: SearchPerson[]
  /** Addresses and ids besides its own: former addresses, the original's. */
  otherAddresses: string[]
}

interface SearchPerson {
  role: string
  name: string
  otherNames: string[]
  /** More than one where a letter of it is typed in several ways: `lvning`, `luning`. */
  readings: string[]
}

/** What a result shows and what a phrase is held against, in the order in which it is looked through. */
export interface Row {
  address: string
  shown: string
  channel: string
  title: string
  kicker: string
  subtitle: string
  originalTitle: string
  lead: string
  subheads: string[]
  source: string
  credits: string[]
  /** Names that no credit line prints. */
  names: string[]
}

export function rowOf(entry: SearchEntry): Row {
  const printed = entry.credits.join('')
  const names = entry.people.flatMap(({ name, otherNames }) => [name, ...otherNames])
  return {
    address: entry.address,
    shown: entry.shown.slice(0, 16),
    channel: entry.channel?.name ?? '',
    title: entry.title,
    kicker: entry.kicker ?? '',
    subtitle: entry.subtitle ?? '',
    originalTitle: entry.originalTitle ?? '',
    lead: entry.lead ?? '',
    subheads: entry.subheads,
    source: entry.source ?? '',
    credits: entry.credits,
    names: [...new Set(names)].filter((name) => !printed.includes(name)),
  }
}

/** The texts of a row that phrases are found in, each by itself: no phrase runs from one into the next. */
export const textsOf = (row: Row): string[] => [
  row.title,
  row.kicker,
  row.subtitle,
  row.originalTitle,
  row.lead,
  ...row.subheads,
  row.source,
  ...row.credits,
  ...row.names,
]

/** What it is filed under, in any order, and some of it twice: whoever files it looks whether the article stands there already. */
export function termsOf(entry: SearchEntry, letters: Letters): string[] {
  const terms: string[] = []
  const day = entry.shown.slice(0, 10)
  terms.push(dayTerm(day), yearTerm(day.slice(0, 4)))
  if (entry.channel !== undefined) terms.push(channelTerm(entry.channel.path))
  if (entry.source !== undefined) terms.push(sourceTerm(foldText(entry.source, letters)))
  for (const { role, name, otherNames, readings } of entry.people) {
    for (const one of [name, ...otherNames]) terms.push(roleTerm(role, foldText(one, letters)))
    for (const reading of readings) terms.push(readingTerm(reading, foldText(name, letters)))
  }
  for (const address of [entry.address, entry.id, ...entry.otherAddresses])
    for (const form of formsOf(address)) terms.push(addressTerm(form))
  return terms
}

/** `https://a.example/n2/c1-34.html` in; itself from its path on, its last part and the number in that out. */
export function formsOf(address: string): string[] {
  const path = address
    .trim()
    .replace(/^(?:https?:)?\/\/[^/]*/iu, '')
    .replace(/[?#].*$/u, '')
  const file = path.split('/').at(-1) ?? ''
  const number = /(\d{5,})\D*$/u.exec(file)?.[1]
  return [...new Set([path, file, ...(number === undefined ? [] : [number])])].filter((form) => form.length > 1)
}
