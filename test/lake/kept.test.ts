/** Answers that are kept and mended with each change say what the query says when it is asked of every document. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countsQuery, KINDS, STATES } from '../../sanity/studio/desk/filters.ts'
import { openLake } from '../../src/lake/lake.ts'
import { evaluate } from '../../src/lake/query/evaluate.ts'
import { Plans } from '../../src/lake/query/plan.ts'
import { Views } from '../../src/lake/query/view.ts'
import { Store } from '../../src/lake/store/store.ts'
import { configure } from './connect.ts'

let folder = ''
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'zebian-kept-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const DESK = countsQuery(
  Object.fromEntries([...Object.entries(STATES), ...Object.entries(KINDS)].map(([id, { filter }]) => [id, filter])),
)
/** As the Studio's list asks, and as programs do; ties, missing keys and keys of several types among them. */
const QUERIES = [
  DESK,
  ...Object.values(STATES).map(
    ({ filter }) =>
      `*[_type in ["article"] && ([@, _id] match text::query("*") || references("")) && (${filter})] {_type, _id, _originalId, "orderings": [publishedAt]} | order(dateTime(orderings[0]) desc) [0...3]`,
  ),
  '*[_type == "article"] | order(n desc, title) [1..3]{_id, n}',
  '*[_type == "article" && defined(n)] | order(lower(title)) [0...2]',
  '{"a": count(*[_type == "article" && n > 2]), "b": *[_type == "article"] | order(n) [0...2]{"who": who->name}}',
  'count(*[_type == "profile"]) + count(*[_type == "article" && n in [1, 2]])',
]
const PERSPECTIVES = ['raw', 'published', 'drafts'] as const

const id = fc.constantFrom('a', 'b', 'c', 'd', 'drafts.a', 'drafts.b', 'drafts.e', 'versions.r.a')
const fields = fc.record(
  {
    title: fc.constantFrom('雪', '渠水', 'Snow', 'snow'),
    n: fc.constantFrom(1, 2, 3, '2', true, null),
    publishedAt: fc.constantFrom('2024-06-02T00:30:00Z', '2024-06-02T08:30:00+08:00', '2025-01-01T00:00:00.5Z', '不知'),
    withdrawn: fc.constant({ reason: '误' }),
    attributions: fc.constant([{ _key: 'k', role: 'editor', name: '韩岭' }]),
    who: fc.constant({ _type: 'reference', _ref: 'p', _weak: true }),
  },
  { requiredKeys: [] },
)
const steps = fc.array(
  fc.record({ id, fields, type: fc.constantFrom('article', 'article', 'profile'), gone: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 8,
  },
)

describe('a kept answer', () => {
  test('is what the query says of every document, whatever changed in between', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        const file = join(folder, `${(count += 1)}.sqlite`)
        const lake = openLake({ file })
        const store = new Store(file)
        const client = clientOf(lake)
        await answers(client)
        for (const change of changes) {
          const document = { ...change.fields, _id: change.id, _type: change.type }
          await client.createOrReplace(document)
          if (change.gone) await client.delete(change.id)
          expect(await answers(client)).toEqual(asked(store))
        }
        store.close()
        lake.close()
      }),
      { numRuns: 25 },
    )
  })

  test('is kept for each of these', () => {
    for (const query of QUERIES) {
      expect(new Plans().of(query, {}).standings).toEqual([])
      expect(new Plans({ keepsAnswers: true }).of(query, {}).standings.length).toBeGreaterThan(0)
    }
  })

  test.each([
    '*[_type == "article" && publishedAt < now()] | order(n) [0...2]',
    '*[_type == "article"] | order(who->name) [0...2]',
    'count(*[_type == "article" && _id in *[_type == "profile"].articles])',
    '*[_type == "article"] | score(title match "雪") | order(_score desc) [0...2]',
  ])('is not kept where it hangs on more than the document: %s', (query) => {
    expect(new Plans({ keepsAnswers: true }).of(query, {}).standings).toEqual([])
  })
})

type Client = ReturnType<typeof configure>

function clientOf(lake: ReturnType<typeof openLake>): Client {
  return configure({ resolveFetch: () => (url, init) => lake.fetch(new Request(url, init)) })
}

/** Every document is looked at, nothing is kept; as the wire would print it. */
function asked(store: Store): unknown {
  const found = PERSPECTIVES.flatMap((perspective) => {
    const seen = perspective === 'drafts' ? [perspective] : perspective
    const settings = { now: new Date(), projectId: 'zebian', dataset: 'production' }
    return store.look((mirror) => {
      const nothing = { holding: () => undefined, fields: () => undefined }
      const view = new Views().of(mirror, seen, nothing)
      return QUERIES.map((query) => evaluate(new Plans().of(query, {}), view, settings))
    })
  })
  return JSON.parse(JSON.stringify(found))
}

async function answers(client: Client): Promise<unknown[]> {
  const wanted = PERSPECTIVES.flatMap((perspective) =>
    QUERIES.map((query): Promise<unknown> => client.fetch(query, {}, { perspective })),
  )
  return Promise.all(wanted)
}
