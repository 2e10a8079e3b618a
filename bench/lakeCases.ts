/**
 * What is asked of a lake, by name: the Studio's own questions as it sends them, and a program's.
 *
 *   QUESTIONS.list  →  { query: '*[_type in $__types && …] | order(…) [0...$__limit]', params: { … }, perspective: 'drafts' }
 */
import { countsQuery, KINDS, STATES } from '../sanity/studio/desk/filters.ts'

interface Question {
  says: string
  query: string
  params?: Readonly<Record<string, unknown>>
  perspective: 'drafts' | 'published' | 'raw'
}

const ALL = Object.fromEntries(
  [...Object.entries(STATES), ...Object.entries(KINDS)].map(([id, { filter }]) => [id, filter]),
)

/** As the Studio's list asks (sanity 6.16.0): everything matches `*`, the newest hundred are shown. */
const LISTED = (filter: string): string =>
  `*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery)) && (${filter})] {_type, _id, _originalId, "orderings": [publishedAt]} | order(dateTime(orderings[0]) desc) [0...$__limit]`
const SEARCHED = `*[_type in $__types && (_type == "article")] | score(boost(_type in ["article"] && kicker match text::query($__query), 10), boost(_type in ["article"] && title match text::query($__query), 10), boost(_type in ["article"] && subtitle match text::query($__query), 10), ([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0] {_type, _id, _originalId, "orderings": [_score, publishedAt]} | order(orderings[0] desc,dateTime(orderings[1]) desc) [0...$__limit]`

/** `word` stands in the middle of few articles' texts, `common` of many; `id` and `address` are an article's. */
export function questions({
  word,
  common = '',
  id,
  address,
}: Record<'word' | 'id' | 'address', string> & { common?: string }) {
  const listed = { __types: ['article'], __limit: 101, __query: '*', __rawQuery: '' }
  return {
    counts: { says: "the desk's numbers", query: countsQuery(ALL), perspective: 'drafts' },
    list: {
      says: 'the list of all articles',
      query: LISTED('_type == "article"'),
      params: listed,
      perspective: 'drafts',
    },
    published: {
      says: 'the list of what is published',
      query: LISTED(STATES.published.filter),
      params: listed,
      perspective: 'drafts',
    },
    search: {
      says: 'a search for what few texts hold',
      query: SEARCHED,
      params: { ...listed, __query: `${word}*`, __rawQuery: word },
      perspective: 'drafts',
    },
    common: {
      says: 'a search for what a quarter of them hold',
      query: SEARCHED,
      params: { ...listed, __query: `${common}*`, __rawQuery: common },
      perspective: 'drafts',
    },
    versions: {
      says: 'the versions of one article',
      query: '*[sanity::versionOf($id)]._id',
      params: { id },
      perspective: 'raw',
    },
    address: {
      says: 'who holds an address',
      query:
        '*[_type == "article" && !(_id in $own) && (lower(address) == $address || $given in formerAddresses)][0..0].title',
      params: { own: ['none'], address: address.toLowerCase(), given: address },
      perspective: 'raw',
    },
    query: { says: 'one document by its id', query: '*[_id == $id][0]', params: { id }, perspective: 'published' },
    order: {
      says: 'the newest twenty',
      query: '*[_type == "article"] | order(publishedAt desc) [0...20]{title}',
      perspective: 'published',
    },
    deref: {
      says: "the newest twenty with people's names",
      query: '*[_type == "article"] | order(publishedAt desc) [0...20]{title, "names": attributions[].who->name}',
      perspective: 'published',
    },
  } as const satisfies Record<string, Question>
}
