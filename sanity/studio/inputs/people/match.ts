/**
 * Printed names and the people of the lake: who may be meant, and who is chosen before the editor says anything.
 *
 *   matchesOf('古兰・阿依登', known)  →  [{ id: 'profile-gulan', name: '古兰·阿依登', about: '青禾镇 驻村第一书记', … }]
 *   firstChoice([one])  →  one.id;  firstChoice([])  →  NEW;  firstChoice([a, b])  →  '' (the editor must choose)
 */
import { foldName } from '../../../../src/text/names.ts'
import { itemsOf, textOf, type Fields } from '../value.ts'

export interface Known {
  id: string
  kind: 'profile' | 'source'
  name: string
  otherNames: string[]
  /** What tells namesakes apart: place, organisation, position. */
  about: string
  published: boolean
}

/** A choice is an id, or one of these; '' stands for none made yet. */
export const NEW = 'new'
export const NOBODY = 'nobody'
export const UNDECIDED = ''

/** Everybody whose name begins with a letter of the names asked for: folding is ours, so the lake can only narrow down. */
export const KNOWN_QUERY = `*[_type in ["profile", "source"] && (string::split(name, "")[0] in $heads || count(otherNames[string::split(@, "")[0] in $heads]) > 0)] | order(_id) { _id, _type, name, otherNames, position, organisation, place }`

export const headsOf = (names: readonly string[]): string[] =>
  [...new Set(names.flatMap((name) => [[...name][0] ?? '', [...foldName(name)][0] ?? '']))].filter(Boolean).toSorted()

/** The raw answer in, drafts and published ones as one each, the draft's words first; nameless ones left out. */
export function knownOf(answer: unknown): Known[] {
  const known = new Map<string, Known>()
  const rows = itemsOf(answer)
  const live = new Set(rows.map((row) => textOf(row['_id'])))
  for (const row of rows.toSorted((a, b) => Number(isDraft(b)) - Number(isDraft(a)))) {
    const id = (textOf(row['_id']) ?? '').replace(/^drafts\./u, '')
    const name = textOf(row['name'])
    if (name === undefined || known.has(id)) continue
    const about = ['place', 'organisation', 'position'].map((key) => textOf(row[key])).filter(Boolean)
    known.set(id, {
      id,
      kind: row['_type'] === 'source' ? 'source' : 'profile',
      name,
      otherNames: Array.isArray(row['otherNames']) ? row['otherNames'].flatMap((other) => textOf(other) ?? []) : [],
      about: row['_type'] === 'source' ? '来源' : about.join(' '),
      published: live.has(id),
    })
  }
  return [...known.values()]
}

const isDraft = (row: Fields): boolean => textOf(row['_id'])?.startsWith('drafts.') ?? false

export function matchesOf(name: string, known: readonly Known[]): Known[] {
  const key = foldName(name)
  return known
    .filter((one) => [one.name, ...one.otherNames].some((other) => foldName(other) === key))
    .toSorted((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id))
}

/** Whom the article credits under this name already is meant again. */
export function firstChoice(matches: readonly Known[], credited?: string): string {
  if (matches.some(({ id }) => id === credited)) return credited ?? UNDECIDED
  if (matches.length > 1) return UNDECIDED
  return matches[0]?.id ?? NEW
}

/** One of several in words: `周岩（体育记者 …）`, and the name in the lake where it is written otherwise. */
export function describeKnown({ name, about, id }: Known, printed: string): string {
  const other = name === printed ? '' : `${name} `
  return `${other}${about === '' ? `编号 ${id}` : about}`
}

interface Reference {
  _type: 'reference'
  _ref: string
  _weak?: boolean
  _strengthenOnPublish?: { type: Known['kind'] }
}

/** A reference to somebody: weak until the one referred to is published, as the Studio's own input does it. */
export function referenceTo(id: string, known: readonly Known[]): Reference {
  const draft = known.find((one) => one.id === id && !one.published)
  const reference: Reference = { _type: 'reference', _ref: id }
  return draft === undefined ? reference : { ...reference, _weak: true, _strengthenOnPublish: { type: draft.kind } }
}
