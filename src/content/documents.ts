/**
 * Everything that a site is made from, asked of the lake and found whole.
 *
 *   fetchDocuments(ask)  →  { site, channels: [...], sources: [...], profiles: [...], pictures: [...], articles: [...] }
 *
 * Throws AnswerError when an answer is not of its query's type, when fewer documents came than the lake counts, or when there is no
 * article at all: a cut connection must never look like a smaller archive.
 */
import { AnswerError, answersTo, answerTo, type Misfit } from './answers.ts'
import { ARTICLES, CHANNELS, COUNTS, PICTURES, PROFILES, SITE, SOURCES } from './queries.ts'

/** The one door, handed in: a query and its parameters in, whatever the lake answered out. */
export type Ask = (query: string, params?: Record<string, unknown>) => Promise<unknown>

export type SiteDocument = NonNullable<SanityQueries[typeof SITE]>
export type ChannelDocument = SanityQueries[typeof CHANNELS][number]
export type SourceDocument = SanityQueries[typeof SOURCES][number]
export type ProfileDocument = SanityQueries[typeof PROFILES][number]
export type PictureDocument = SanityQueries[typeof PICTURES][number]
export type ArticleDocument = SanityQueries[typeof ARTICLES][number]

export interface Documents {
  site: SiteDocument | undefined
  channels: ChannelDocument[]
  sources: SourceDocument[]
  profiles: ProfileDocument[]
  pictures: PictureDocument[]
  articles: ArticleDocument[]
}

export interface Fetched extends Documents {
  /** Documents that came, but are not what the schema says; they count as found. */
  misfits: Misfit[]
}

/** Documents a request: 500 articles of 8 kB are 4 MB, well below what proxies and the client's buffers carry. */
const MOST = 500

/** Asks for everything; the counts are asked before and after, because an editor may publish in between. */
export async function fetchDocuments(ask: Ask): Promise<Fetched> {
  const before = answerTo(COUNTS, await ask(COUNTS))
  const misfits: Misfit[] = []
  const misfit = (kind: string) => (found: Misfit) => {
    misfits.push(found)
    lost[kind] = (lost[kind] ?? 0) + 1
  }
  const lost: Record<string, number> = {}
  const documents: Fetched = {
    misfits,
    site: answerTo(SITE, await ask(SITE)) ?? undefined,
    channels: answersTo(CHANNELS, await ask(CHANNELS), misfit('channels')),
    sources: answersTo(SOURCES, await ask(SOURCES), misfit('sources')),
    profiles: await fetchAll(PROFILES, ask, misfit('profiles')),
    pictures: await fetchAll(PICTURES, ask, misfit('pictures')),
    articles: await fetchAll(ARTICLES, ask, misfit('articles')),
  }
  const after = answerTo(COUNTS, await ask(COUNTS))
  for (const kind of ['site', 'channels', 'sources', 'profiles', 'pictures', 'articles'] as const) {
    const least = Math.min(before[kind], after[kind])
    const found = [documents[kind] ?? []].flat().length + (lost[kind] ?? 0)
    if (found < least) {
      const [first] = misfits
      if (first !== undefined)
        throw new AnswerError(`${first.message}; mend the document in the Studio and build again`)
      throw new AnswerError(
        `expected ${least} ${kind} as the lake counts them, found ${found}; the answers are not whole: build again`,
      )
    }
  }
  if (documents.articles.length === 0 && misfits.length === 0) {
    throw new AnswerError(
      'expected at least one article in the lake, found none; import one (npm run zebian -- import FILE) or load the sample (npm run zebian -- sample)',
    )
  }
  return documents
}

type Paged = typeof PROFILES | typeof PICTURES | typeof ARTICLES

/** Page by page after the last id, until a page comes short; overlapping or unordered pages are refused. */
async function fetchAll<Q extends Paged>(
  query: Q,
  ask: Ask,
  misfit: (found: Misfit) => void,
): Promise<SanityQueries[Q][number][]> {
  const all: SanityQueries[Q][number][] = []
  for (let after = ''; ;) {
    const misfits: string[] = []
    const page: SanityQueries[Q] = answersTo(query, await ask(query, { after, most: MOST }), (found) => {
      misfits.push(found.document)
      misfit(found)
    })
    for (const entry of page) {
      if (entry._id <= after)
        throw new AnswerError(
          `expected ids after “${after}”, found “${entry._id}”; the server does not order or filter as GROQ does`,
        )
      after = entry._id
      all.push(entry)
    }
    if (page.length + misfits.length < MOST) return all
    after = [after, ...misfits].toSorted().at(-1) ?? after
  }
}
