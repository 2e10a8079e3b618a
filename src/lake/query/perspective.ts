/**
 * Which documents a query sees, and under which id.
 *
 *   parsePerspective('previewDrafts', …)   →  ['drafts']
 *   seenThrough(['drafts'], entries)       →  'drafts.a' seen as 'a', before the published 'a'
 *   seenThrough(['rSpring', 'drafts'], …)  →  'versions.rSpring.a' before 'drafts.a' before 'a'
 *   seenOne(['drafts'], mirror, 'a')       →  the same for one id, without a look at the others
 *
 * `raw` sees everything as it is stored, `published` everything that is neither draft nor version.
 */
import { httpError } from '../error.ts'
import { isRecord } from '../json.ts'
import type { Entry } from '../store/entry.ts'
import type { Mirror } from '../store/mirror.ts'

export type Perspective = 'raw' | 'published' | readonly string[]

export interface Seen {
  readonly id: string
  readonly entry: Entry
  /** Overlaid documents get the published id and say where they come from in `_originalId`. */
  readonly overlaid: boolean
}

/** Sanity changed the default from raw to published with this version of the API. */
const PUBLISHED_SINCE = '2025-02-19'

export function parsePerspective(names: readonly string[], apiVersion: string): Perspective {
  const list = names.flatMap((name) => name.split(',')).map((name) => name.trim())
  const known = list.filter((name) => name !== '').map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  const [first] = known
  if (first === undefined) return apiVersion === 'X' || apiVersion >= PUBLISHED_SINCE ? 'published' : 'raw'
  const strange = known.find((name) => !/^[\w-]+$/.test(name))
  if (strange !== undefined) throw httpError(400, `Invalid perspective: "${strange}"`)
  if (known.includes('raw') && known.length > 1) {
    throw httpError(400, 'Invalid perspective: "raw" can not be combined with other perspectives')
  }
  return known.length === 1 && (first === 'raw' || first === 'published') ? first : known
}

export function seenThrough(perspective: Perspective, entries: readonly Entry[]): Seen[] {
  if (perspective === 'raw') return entries.map((entry) => ({ id: entry.id, entry, overlaid: false }))
  if (perspective === 'published') {
    return entries
      .filter(({ id }) => layerOf(id) === 'published')
      .map((entry) => ({ id: entry.id, entry, overlaid: false }))
  }
  const layers = layersOf(perspective)
  const best = new Map<string, { entry: Entry; rank: number }>()
  for (const entry of entries) {
    const rank = layers.indexOf(layerOf(entry.id))
    if (rank === -1) continue
    const id = publishedId(entry.id)
    const held = best.get(id)
    if (held === undefined || rank < held.rank) best.set(id, { entry, rank })
  }
  return [...best]
    .filter(([, { entry }]) => !isDeletion(entry))
    .map(([id, { entry }]) => ({ id, entry, overlaid: true }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

export function seenOne(perspective: Perspective, mirror: Mirror, id: string): Seen | undefined {
  if (perspective !== 'raw' && layerOf(id) !== 'published') return undefined
  if (perspective === 'raw' || perspective === 'published') {
    const entry = mirror.get(id)
    return entry === undefined ? undefined : { id, entry, overlaid: false }
  }
  for (const layer of layersOf(perspective)) {
    const entry = mirror.get(idIn(layer, id))
    if (entry !== undefined) return isDeletion(entry) ? undefined : { id, entry, overlaid: true }
  }
  return undefined
}

/** Under which id a stored document is seen, if it is the one that is seen. */
export function seenIdOf(perspective: Perspective, id: string): string {
  return perspective === 'raw' || perspective === 'published' ? id : publishedId(id)
}

const layersOf = (perspective: readonly string[]): readonly string[] =>
  perspective.includes('published') ? perspective : [...perspective, 'published']

function idIn(layer: string, id: string): string {
  if (layer === 'published') return id
  return layer === 'drafts' ? `drafts.${id}` : `versions.${layer}.${id}`
}

/** 'drafts.a' → 'drafts', 'versions.rSpring.a' → 'rSpring', 'a' → 'published' */
function layerOf(id: string): string {
  if (id.startsWith('drafts.')) return 'drafts'
  return id.startsWith('versions.') ? (id.split('.')[1] ?? 'published') : 'published'
}

function publishedId(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  return id.startsWith('versions.') ? id.split('.').slice(2).join('.') : id
}

/** A release may hold "this document goes": a version that hides what lies below. */
function isDeletion(entry: Entry): boolean {
  if (!entry.id.startsWith('versions.')) return false
  const system = entry.document['_system']
  return isRecord(system) && system['delete'] === true
}
