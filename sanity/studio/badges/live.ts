/**
 * Which revision of each article stands on the site, from the small files that the site publishes.
 *
 *   liveState('a', 'rev2', { a: 'rev1' })   →  'changed'
 *   liveState('a', 'rev1', { a: 'rev1' })   →  'live'
 *   liveState('a', 'rev1', undefined)       →  undefined   (no site to ask: nothing is claimed)
 *   progressIn({ progress: { what: 'articles', done: 4000, of: 10000 }, … })   →  '已印 4,000 / 10,000 篇稿件'
 *   monthFile('/studio/live/', '2024-06-02T00:30:00Z')   →  '/studio/live/2024-06.json'
 */
import { monthOf } from '../../../src/content/entries.ts'

export type LiveState = 'live' | 'absent' | 'changed'
export type LiveRevisions = Readonly<Record<string, string>>

export function liveState(id: string, revision: string, live: LiveRevisions | undefined): LiveState | undefined {
  if (live === undefined) return undefined
  const printed = Object.hasOwn(live, id) ? live[id] : undefined
  if (printed === undefined) return 'absent'
  return printed === revision ? 'live' : 'changed'
}

/** The file that says it of the articles of a month, beside the others; undefined for an article that has no date to stand under. */
export function monthFile(address: string, publishedAt: unknown): string | undefined {
  const isDated = typeof publishedAt === 'string' && !Number.isNaN(Date.parse(publishedAt))
  return isDated ? `${address}${monthOf(publishedAt)}.json` : undefined
}

/** The file that says how publishing stands. */
export const statusFile = (address: string): string => address.replace(/live\/$/u, 'publish.json')

/** The body of `live/2024-06.json` in, revisions by id out; undefined for anything else that a server may answer. */
export function readLive(body: unknown): LiveRevisions | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const entries = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return entries.length === Object.keys(body).length ? Object.fromEntries(entries) : undefined
}

/** Why a published revision is not on the site, and what its editor can do: a line of `publish.json`. */
export interface Refusal {
  field: string
  reason: string
  remedy: string
}

/** The body of `publish.json` and a document's published revision in; undefined when that revision was not refused. */
export function refusalIn(body: unknown, id: string, revision: string): Refusal | undefined {
  const quarantined: unknown =
    typeof body === 'object' && body !== null && 'quarantined' in body ? body.quarantined : undefined
  const found: unknown = (Array.isArray(quarantined) ? quarantined : []).find(
    (one: unknown) => isLine(one) && one.document === id && one.revision === revision,
  )
  return isLine(found) ? { field: found.field, reason: found.reason, remedy: found.remedy } : undefined
}

/** The body of `publish.json` in, how far a long build is in an editor's words out; undefined when none is under way. */
export function progressIn(body: unknown): string | undefined {
  const progress: unknown = typeof body === 'object' && body !== null && 'progress' in body ? body.progress : undefined
  if (typeof progress !== 'object' || progress === null || !('what' in progress) || !('done' in progress))
    return undefined
  const { what, done } = progress
  const all = 'of' in progress && typeof progress.of === 'number' ? ` / ${progress.of.toLocaleString('zh')}` : ''
  if (typeof done !== 'number' || typeof what !== 'string') return undefined
  const [did, measure] = DOING[what] ?? ['已做', '']
  return `${did} ${done.toLocaleString('zh')}${all} ${measure}`.trimEnd()
}

const DOING: Readonly<Record<string, readonly [string, string]>> = {
  documents: ['已取', '份文档'],
  articles: ['已印', '篇稿件'],
  files: ['已写', '个文件'],
}

function isLine(value: unknown): value is Refusal & { document: string; revision: string } {
  const line = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const texts = new Set(line.flatMap(([name, text]) => (typeof text === 'string' ? [name] : [])))
  return ['document', 'revision', 'field', 'reason', 'remedy'].every((name) => texts.has(name))
}
