/**
 * One document of the lake, judged by itself: one that cannot be printed must not keep the others from being printed.
 *
 *   judge({ _id: 'article-a', _type: 'article', title: '渠水来了', … }, 9000)  →  { type: 'article', document: { … } }
 *   judge({ _id: 'article-a', _type: 'article', title: 5, … }, 9000)          →  { refused: { document: 'article-a', field: 'title', reason: … } }
 *   judge({ _id: 'x', _type: 'system.group' }, 90)                            →  undefined: no page is made from it
 */
import { isAddress } from '../../sanity/schema/address.ts'
import { AnswerError, answersTo, answerTo, type Misfit } from '../content/answers.ts'
import type {
  ArticleDocument,
  ChannelDocument,
  Fetched,
  PictureDocument,
  ProfileDocument,
  SiteDocument,
  SourceDocument,
} from '../content/documents.ts'
import { checkInstants } from '../content/instants.ts'
import { ARTICLES, CHANNELS, PICTURES, PROFILES, SITE, SOURCES } from '../content/queries.ts'
import { MOST, siftDocuments, type Refused } from '../content/sift.ts'
import { isRecord, nestsDeeper } from './shape.ts'

export type Checked =
  | { type: 'article'; document: ArticleDocument }
  | { type: 'profile'; document: ProfileDocument }
  | { type: 'source'; document: SourceDocument }
  | { type: 'channel'; document: ChannelDocument }
  | { type: 'picture'; document: PictureDocument }
  | { type: 'site'; document: SiteDocument }

type Judged = Checked | { refused: Refused } | undefined

const NOTHING: Fetched = {
  site: undefined,
  channels: [],
  sources: [],
  profiles: [],
  pictures: [],
  articles: [],
  misfits: [],
}

/** A document, and how many bytes its JSON has. */
export function judge(raw: Record<string, unknown>, bytes: number): Judged {
  const misfits: Misfit[] = []
  const checked = typed(raw, (found) => misfits.push(found))
  if (misfits.length > 0) return refusal({ ...NOTHING, misfits })
  if (checked === undefined || isFit(checked, bytes)) return checked
  return refusal(fetchedOf(checked)) ?? checked
}

function typed(raw: Record<string, unknown>, misfit: (found: Misfit) => void): Checked | undefined {
  switch (raw['_type']) {
    case 'article':
      return one(answersTo(ARTICLES, [raw], misfit), (document) => ({ type: 'article', document }))
    case 'profile':
      return one(answersTo(PROFILES, [raw], misfit), (document) => ({ type: 'profile', document }))
    case 'source':
      return one(answersTo(SOURCES, [raw], misfit), (document) => ({ type: 'source', document }))
    case 'channel':
      return one(answersTo(CHANNELS, [raw], misfit), (document) => ({ type: 'channel', document }))
    case 'sanity.imageAsset':
      return one(answersTo(PICTURES, [pictureOf(raw)], misfit), (document) => ({ type: 'picture', document }))
    case 'site':
      return raw['_id'] === 'site' ? siteOf(raw, misfit) : undefined
    default:
      return undefined
  }
}

function one<T, C>([document]: readonly T[], make: (document: T) => C): C | undefined {
  return document === undefined ? undefined : make(document)
}

function siteOf(raw: Record<string, unknown>, misfit: (found: Misfit) => void): Checked | undefined {
  try {
    const document = answerTo(SITE, raw)
    return document === null ? undefined : { type: 'site', document }
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error
    const field = /found .* at (\S+) of document/u.exec(error.message)?.[1] ?? ''
    misfit({ document: 'site', revision: String(raw['_rev']), field, message: error.message })
    return undefined
  }
}

/** What the query PICTURES asks of an asset's document. */
function pictureOf({ _id, _rev, path, sha1hash, size, metadata }: Record<string, unknown>): Record<string, unknown> {
  const all = recordOf(metadata)
  const { width = null, height = null } = recordOf(all['dimensions'])
  const { background = null } = recordOf(recordOf(all['palette'])['dominant'])
  const colour = all['isOpaque'] === true ? background : null
  return { _id, _rev, path, sha1hash: sha1hash ?? null, size: size ?? null, width, height, colour }
}

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

/** Whether there is nothing to refuse, found the short way; who is not fit is judged in full. */
function isFit({ type, document }: Checked, bytes: number): boolean {
  if (bytes > MOST.letters || nestsDeeper(document, MOST.levels - 1)) return false
  if (type !== 'article') return false
  return isAddress(document.address) && hasInstants(document)
}

function hasInstants(article: ArticleDocument): boolean {
  try {
    checkInstants([article])
    return true
  } catch (error) {
    if (error instanceof AnswerError) return false
    throw error
  }
}

function fetchedOf(checked: Checked): Fetched {
  switch (checked.type) {
    case 'article':
      return { ...NOTHING, articles: [checked.document] }
    case 'profile':
      return { ...NOTHING, profiles: [checked.document] }
    case 'source':
      return { ...NOTHING, sources: [checked.document] }
    case 'channel':
      return { ...NOTHING, channels: [checked.document] }
    case 'picture':
      return { ...NOTHING, pictures: [checked.document] }
    case 'site':
      return { ...NOTHING, site: checked.document }
  }
}

/** The reason and the remedy in the words that editors are told. */
function refusal(fetched: Fetched): { refused: Refused } | undefined {
  const [refused] = siftDocuments(fetched, { exclude: [], holders: {} }).refused
  return refused === undefined ? undefined : { refused }
}
