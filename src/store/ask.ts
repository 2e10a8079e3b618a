/**
 * What the store asks of the lake, every answer held against its query's type and against the lake's own counts.
 *
 *   await countsOf(source)                 →  { article: 10000, profile: 100, … }
 *   for await (const head of headsOf(source, 'article'))   →  { id: 'article-a', rev: 'Ux1…', updated: '2026-11-23T…' }
 *   await documentsOf(source, ['article-a'])   →  whole documents; fewer when some are gone
 *
 * A body that was cut or comes from elsewhere throws AnswerError: nothing that a server fails to say may shrink the archive.
 */
import { AnswerError, answerTo } from '../content/answers.ts'
import type { Ask } from '../content/documents.ts'
import { COUNTS, DOCUMENTS, HEADS } from '../content/queries.ts'
import { describe } from '../content/types.ts'
import { isRecord, type LakeType } from './shape.ts'

/** The lake as the store needs it: the door of src/client.ts is one. */
export interface Source {
  ask: Ask
  /** The export of some types as it streams in, one document a line. */
  export(types: readonly string[]): Promise<AsyncIterable<Uint8Array>>
  picture(asset: { path: string; sha1hash: string | null }): Promise<Uint8Array>
}

export interface LakeHead {
  id: string
  rev: string
  updated: string
}

export type Counts = Record<LakeType, number>

/** Heads a request: some 100 bytes each. */
const MOST = 10_000
/** Documents a request. */
export const A_TIME = 200

export async function countsOf({ ask }: Source): Promise<Counts> {
  const { site, channels, sources, profiles, pictures, articles } = answerTo(COUNTS, await ask(COUNTS))
  return {
    site,
    channel: channels,
    source: sources,
    profile: profiles,
    'sanity.imageAsset': pictures,
    article: articles,
  }
}

/** By ascending id; overlapping or unordered pages are refused. */
export async function* headsOf({ ask }: Source, type: LakeType): AsyncGenerator<LakeHead> {
  for (let after = ''; ;) {
    const page = recordsOf(await ask(HEADS, { type, after, most: MOST }), HEADS)
    for (const { _id, _type, _rev, _updatedAt } of page) {
      if (typeof _id !== 'string' || typeof _rev !== 'string' || typeof _updatedAt !== 'string')
        throw new AnswerError(
          `expected _id, _rev and _updatedAt as strings, found ${JSON.stringify({ _id, _rev, _updatedAt })} in the answer to ${HEADS}; check the address and try again`,
        )
      if (_id <= after || _type !== type)
        throw new AnswerError(
          `expected a document of type ${type} with an id after “${after}”, found “${_id}” of type ${String(_type)}; the server does not order or filter as GROQ does`,
        )
      after = _id
      yield { id: _id, rev: _rev, updated: _updatedAt }
    }
    if (page.length < MOST) return
  }
}

/** Unchecked but for what tells them apart: each is checked by itself (./check.ts), so that a bad one is named and not all are lost. */
export async function documentsOf({ ask }: Source, ids: readonly string[]): Promise<Record<string, unknown>[]> {
  const answer = recordsOf(await ask(DOCUMENTS, { ids }), DOCUMENTS)
  const strange = answer.find(({ _id }) => typeof _id !== 'string' || !ids.includes(_id))
  if (strange !== undefined)
    throw new AnswerError(
      `expected one of the documents asked for, found ${String(strange['_id'])}; check the address and try again`,
    )
  return answer
}

function recordsOf(answer: unknown, query: string): Record<string, unknown>[] {
  if (Array.isArray(answer) && answer.every(isRecord)) return answer
  throw new AnswerError(
    `expected an array of objects, found ${describe(answer)} in the answer to ${query}; the body was cut or is not the lake’s: check the address and try again`,
  )
}

/** Throws when fewer came than both counts say: someone may have published or deleted in between. */
export function checkCounts(found: ReadonlyMap<string, number>, before: Counts, after: Counts): void {
  for (const [type, name] of Object.entries(NAMES)) {
    if (!isCounted(type)) continue
    const least = Math.min(before[type], after[type])
    if ((found.get(type) ?? 0) < least)
      throw new AnswerError(
        `expected ${least} ${name} as the lake counts them, found ${found.get(type) ?? 0}; the answers are not whole: build again`,
      )
  }
  if (after.article === 0)
    throw new AnswerError(
      'expected at least one article in the lake, found none; import one (npm run zebian -- import FILE) or load the sample (npm run zebian -- sample)',
    )
}

const NAMES = {
  site: 'site',
  channel: 'channels',
  source: 'sources',
  profile: 'profiles',
  'sanity.imageAsset': 'pictures',
  article: 'articles',
} as const satisfies Record<LakeType, string>

const isCounted = (type: string): type is LakeType => Object.hasOwn(NAMES, type)
