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
const ALL = `*[(_type in ["article", "profile", "channel", "source"] || _id == "site") && _id > $after] | order(_id) [0...$most]{ _id, _rev, _updatedAt }`
const SOME = `*[_id in $ids]{ _id, _rev, _updatedAt }`
const MOST = 5_000

const ROWS = v.array(v.object({ _id: v.string(), _rev: v.string(), _updatedAt: v.string() }))

/** Throws when an answer is not whole: a cut list must not look like deletions. */
export async function headsOf(ask: Ask, ids?: readonly string[]): Promise<Heads> {
  if (ids !== undefined) return headsIn(rowsIn(await ask(SOME, { ids })))
  const heads: Heads = {}
  for (let after = ''; ;) {
    const rows = rowsIn(await ask(ALL, { after, most: MOST }))
    Object.assign(heads, headsIn(rows))
    const last = rows.at(-1)
    if (last === undefined || rows.length < MOST) return heads
    if (last._id <= after)
      throw new Error(`expected ids after “${after}”, found “${last._id}”; the server does not order as GROQ does`)
    after = last._id
  }
}

function rowsIn(answer: unknown): v.InferOutput<typeof ROWS> {
  const read = v.safeParse(ROWS, answer)
  if (read.success) return read.output
  throw new Error(
    `expected a list of ids and revisions from the lake, found ${answer === undefined ? 'nothing' : typeof answer} (${read.issues[0].message}); it is asked again`,
  )
}

const headsIn = (rows: v.InferOutput<typeof ROWS>): Heads =>
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
