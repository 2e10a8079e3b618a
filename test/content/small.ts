/**
 * A small archive that changes at random: few days, people and channels, so that much is shared and every edge is met soon.
 *
 *   fc.assert(fc.property(fc.array(change), (changes) => …))   each change: { type: 'article', id: 'article-3', document: {…} | undefined }
 */
import * as fc from 'fast-check'
import type { ArticleDocument, Documents, ProfileDocument, SourceDocument } from '../../src/content/documents.ts'
import type { Change } from '../../src/content/kind.ts'

const STORED = { _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z' }
const reference = (_ref: string) => ({ _type: 'reference' as const, _ref })
const keyed = <T extends object>(values: readonly T[]): (T & { _key: string })[] =>
  values.map((value, at) => ({ ...value, _key: `k${at}` }))

/** Two of these are more than fits on a page, so that lists are cut, to the hour, and become whole again. */
export const LONG = '渠'.repeat(1200)

const ROLES = ['editor', 'reporter', 'photographer'] as const
const PEOPLE = ['profile-a', 'profile-b', 'profile-c', 'source-a']
const CHANNELS = ['channel-top', 'channel-sub', 'channel-deep', 'channel-other']
/** Both sides of a midnight in Beijing, of a month, of a year; and in another ten days. */
const TIMES = [
  '2023-12-31T15:59:00Z',
  '2023-12-31T16:00:00Z',
  '2024-05-31T15:59:00.000Z',
  '2024-05-31T16:00:00Z',
  '2024-06-02T00:30:00Z',
  '2024-06-02T08:30:00+08:00',
  '2024-06-02T03:00:00Z',
  '2024-06-12T00:30:00Z',
  '2025-02-01T00:00:00Z',
]
const PICTURES = ['image-aa-960x640-png', 'image-bb-2000x1500-jpg']

const articleOf = (number: number): fc.Arbitrary<ArticleDocument> =>
  fc
    .record({
      title: fc.constantFrom('渠水到田头', '雪', '渠', LONG),
      publishedAt: fc.constantFrom(...TIMES),
      place: fc.constantFrom('', '-b', '-B'),
      former: fc.subarray([`/n/${number}.html`, `/n/${number}-b.html`, '/n/1.html', '/n/2-B.html', '/old/a.html']),
      source: fc.option(fc.constantFrom('source-a', 'source-b')),
      channel: fc.option(fc.constantFrom(...CHANNELS)),
      parts: fc.array(fc.record({ role: fc.constantFrom(...ROLES), who: fc.constantFrom(...PEOPLE) }), {
        maxLength: 5,
      }),
      mentioned: fc.subarray(['profile-a', 'profile-b']),
      recommended: fc.array(fc.nat({ max: 9 }), { maxLength: 2 }),
      corrected: fc.subarray(['2024-06-05T02:00:00Z', '2025-01-05T02:00:00Z']),
      withdrawn: fc.option(fc.record({ date: fc.constantFrom('2024-06-09T00:00:00Z', undefined) }), { freq: 6 }),
      pictures: fc.subarray(PICTURES),
      minute: fc.integer({ min: 10, max: 59 }),
    })
    .map((drawn) => ({
      ...STORED,
      _updatedAt: `2024-01-01T00:${drawn.minute}:00Z`,
      _id: `article-${number}`,
      _rev: JSON.stringify(drawn).length.toString(36),
      _type: 'article',
      title: drawn.title,
      publishedAt: drawn.publishedAt,
      address: `/n/${number}${drawn.place}.html`,
      formerAddresses: drawn.former,
      lead: '一',
      ...(drawn.source === null ? {} : { source: reference(drawn.source) }),
      ...(drawn.channel === null ? {} : { channel: reference(drawn.channel) }),
      attributions: keyed(
        drawn.parts.map(({ role, who }) => ({ _type: 'attribution' as const, role, name: '甲', who: reference(who) })),
      ),
      sections: keyed([{ _type: 'section' as const, body: '二', profiles: keyed(drawn.mentioned.map(reference)) }]),
      recommended: keyed(
        drawn.recommended.map((one) => ({ _type: 'recommended' as const, article: reference(`article-${one}`) })),
      ),
      corrections: keyed(
        drawn.corrected.map((date) => ({ _type: 'correction' as const, date, kind: 'fact' as const, text: '三' })),
      ),
      pictures: keyed(
        drawn.pictures.map((asset) => ({
          _type: 'picture' as const,
          alt: '图',
          image: { _type: 'image' as const, asset: reference(asset) },
        })),
      ),
      ...(drawn.withdrawn === null
        ? {}
        : { withdrawn: drawn.withdrawn.date === undefined ? {} : { date: drawn.withdrawn.date } }),
    }))

/** What becomes of one document; undefined: it goes. */
export type Step =
  | { type: 'article'; id: string; after: ArticleDocument | undefined }
  | { type: 'profile'; id: string; after: ProfileDocument | undefined }
  | { type: 'source'; id: string; after: SourceDocument | undefined }
  | { type: 'picture'; id: string; after: Documents['pictures'][number] | undefined }

const named = fc.constantFrom('石砚', '石青', '韩岭')

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .nat({ max: 14 })
      .chain((number) =>
        fc
          .option(articleOf(number), { nil: undefined, freq: 8 })
          .map((after): Step => ({ type: 'article', id: `article-${number}`, after })),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ id: fc.constantFrom(...PEOPLE.slice(0, 3)), name: fc.option(named), pictured: fc.boolean() })
      .map(({ id, name, pictured }): Step => {
        const portrait = pictured
          ? { portrait: { _type: 'image' as const, asset: reference('image-aa-960x640-png') } }
          : {}
        const after =
          name === null ? undefined : { ...STORED, ...portrait, _id: id, _rev: 'r', _type: 'profile' as const, name }
        return { type: 'profile', id, after }
      }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ id: fc.constantFrom('source-a', 'source-b'), name: fc.option(fc.constantFrom('禾风日报', '晚报')) })
      .map(({ id, name }): Step => {
        const after = name === null ? undefined : { ...STORED, _id: id, _rev: 'r', _type: 'source' as const, name }
        return { type: 'source', id, after }
      }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ id: fc.constantFrom(...PICTURES), there: fc.boolean(), size: fc.constantFrom(9000, 900_000) })
      .map(({ id, there, size }): Step => {
        const after = { _id: id, path: 'a', sha1hash: 'a', size, width: 960, height: 640, colour: null }
        return { type: 'picture', id, after: there ? after : undefined }
      }),
  },
)

export const steps = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(step, { minLength: 1, maxLength: most, size: 'max' })

const channel = (path: string, parent?: string) => ({
  ...STORED,
  _id: `channel-${path}`,
  _rev: 'r',
  _type: 'channel' as const,
  name: path,
  path,
  ...(parent === undefined ? {} : { parent: reference(`channel-${parent}`) }),
})

export const EMPTY: Documents = {
  site: undefined,
  channels: [channel('top'), channel('sub', 'top'), channel('deep', 'sub'), channel('other')],
  sources: [],
  profiles: [],
  pictures: [],
  articles: [],
}

const replaced = <T extends { _id: string }>(all: readonly T[], id: string, after: T | undefined): T[] =>
  [...all.filter(({ _id }) => _id !== id), ...(after === undefined ? [] : [after])].toSorted((a, b) =>
    a._id < b._id ? -1 : 1,
  )

/** Documents before and a step in; documents after and the change out. */
export function take(documents: Documents, { type, id, after }: Step): { documents: Documents; change: Change } {
  const find = <T extends { _id: string }>(all: readonly T[]): T | undefined => all.find(({ _id }) => _id === id)
  switch (type) {
    case 'article':
      return {
        documents: { ...documents, articles: replaced(documents.articles, id, after) },
        change: { type, before: find(documents.articles), after },
      }
    case 'profile':
      return {
        documents: { ...documents, profiles: replaced(documents.profiles, id, after) },
        change: { type, before: find(documents.profiles), after },
      }
    case 'source':
      return {
        documents: { ...documents, sources: replaced(documents.sources, id, after) },
        change: { type, before: find(documents.sources), after },
      }
    case 'picture':
      return {
        documents: { ...documents, pictures: replaced(documents.pictures, id, after) },
        change: { type, before: find(documents.pictures), after },
      }
  }
}
