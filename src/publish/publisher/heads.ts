/**
 * Which revision of each document the live API has, and whether the live release has the same: what makes up for every lost hook.
 *
 *   await headsOf(ask)                       →  { 'article-a': ['rev2', '2026-…Z'], … }
 *   await headsOf(ask, ['article-a'])        →  only these
 *   differencesOf(heads, manifest)           →  ['article-a']   newer in the lake, new there, or gone from it
 */
import * as v from 'valibot'
import type { Manifest } from '../release/manifest.ts'

export type Ask = (query: string, params?: Record<string, unknown>) => Promise<unknown>
export type Heads = Record<string, [revision: string, updatedAt: string]>

/** The documents that pages are made from; pictures' names are digests of their bytes and never change. */
const TYPES = ['article', 'profile', 'channel', 'source', 'site'] as const

/**
 * One type after the other, in the very words that the embedded lake answers from an index (lake/query/direct.ts): any others would have
 * it read the whole archive for each five thousand of them.
 */
export const HEADS = '*[_type == $type && _id > $after] | order(_id) [0...$most]{_id, _type, _rev, _updatedAt}'
const SOME = `*[_id in $ids]{ _id, _rev, _updatedAt }`
const MOST = 5_000

const ROWS = v.array(v.object({ _id: v.string(), _rev: v.string(), _updatedAt: v.string() }))

/** Throws when an answer is not whole: a cut list must not look like deletions. */
export async function headsOf(ask: Ask, ids?: readonly string[]): Promise<Heads> {
  if (ids !== undefined) return headsIn(rowsIn(await ask(SOME, { ids })))
  const heads: Heads = {}
  for (const type of TYPES)
    for await (const rows of rowsOf(ask, type))
      // One site document is printed, whatever else an old Studio left behind.
      Object.assign(heads, headsIn(type === 'site' ? rows.filter(({ _id }) => _id === 'site') : rows))
  return heads
}

async function* rowsOf(ask: Ask, type: string): AsyncGenerator<Rows> {
  for (let after = ''; ;) {
    const rows = rowsIn(await ask(HEADS, { type, after, most: MOST }))
    yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < MOST) return
    if (last._id <= after)
      throw new Error(`expected ids after “${after}”, found “${last._id}”; the server does not order as GROQ does`)
    after = last._id
  }
}

type Rows = v.InferOutput<typeof ROWS>

function rowsIn(answer: unknown): Rows {
  const read = v.safeParse(ROWS, answer)
  if (read.success) return read.output
  throw new Error(
    `expected a list of ids and revisions from the lake, found ${answer === undefined ? 'nothing' : typeof answer} (${read.issues[0].message}); it is asked again`,
  )
}

const headsIn = (rows: Rows): Heads =>
  Object.fromEntries(rows.map(({ _id, _rev, _updatedAt }) => [_id, [_rev, _updatedAt]]))

export function differencesOf(heads: Heads, { documents, quarantined }: Manifest): string[] {
  const refused = new Map(quarantined.map(({ document, revision }) => [document, revision]))
  const newer = Object.entries(heads).flatMap(([id, [revision, updatedAt]]) => {
    if (refused.get(id) === revision) return []
    const live = documents.get(id)
    // An older state than readers have is the API's lag, not news.
    const isNews = live === undefined || (live[0] !== revision && Date.parse(updatedAt) >= Date.parse(live[1]))
    return isNews ? [id] : []
  })
  return [...newer, ...documents.keys().filter((id) => !Object.hasOwn(heads, id))]
}
