/**
 * What is searched in the bench: the generated archive, the sample, and original pages where they lie beside the checkout.
 *
 *   archiveEntries(10_000)  →  [{ id: 'article-3f…', title: …, people: [...] }, …]
 *   sampleEntries()         →  the sample's articles
 *   seedEntries()           →  the text that this archive was begun for, read by our own importer, or none; nothing of it is kept
 *   originalEntries()       →  the open originals as a person read them, or none; nothing of them is kept
 */
import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { answerTo } from '../../src/content/answers.ts'
import type { Documents } from '../../src/content/documents.ts'
import { ARTICLES, CHANNELS, PROFILES, SOURCES } from '../../src/content/queries.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { entriesIn, segmentsIn } from '../../src/content/searchIndex.ts'
import { parseText } from '../../src/import/parse/text.ts'
import type { SearchEntry } from '../../src/search/entry.ts'
import { readingOf, typedReadings } from '../../src/search/script/readings.ts'
import { archiveDocuments } from '../archive.ts'

export const archiveEntries = (articles: number): SearchEntry[] => entriesOf([...archiveDocuments(articles)])

export function sampleEntries(): SearchEntry[] {
  const lines = readFileSync(new URL('../../sanity/sample.ndjson', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const stored = { _createdAt: '2024-06-02T00:30:00Z', _updatedAt: '2024-06-02T00:30:00Z', _rev: 'a' }
  return entriesOf(
    lines.map((line) => ({ ...stored, ...v.parse(v.record(v.string(), v.unknown()), JSON.parse(line)) })),
  )
}

function entriesOf(all: readonly object[]): SearchEntry[] {
  const of = (type: string): object[] => all.filter((one) => '_type' in one && one._type === type)
  const documents: Documents = {
    site: undefined,
    channels: answerTo(CHANNELS, of('channel')),
    sources: answerTo(SOURCES, of('source')),
    profiles: answerTo(PROFILES, of('profile')),
    pictures: [],
    articles: answerTo(ARTICLES, of('article')),
  }
  const catalogue = catalogueOf(documents, new Date('2100-01-01T00:00:00Z'))
  return segmentsIn(catalogue).flatMap((segment) => [...entriesIn(segment, catalogue)])
}

const names = v.optional(v.nullable(v.array(v.string())))
const text = v.optional(v.nullable(v.string()))
const GOLD = v.record(
  v.string(),
  v.looseObject({
    title: text,
    kicker: text,
    subtitle: text,
    date: text,
    source: text,
    editors: names,
    reporters: names,
    body: v.optional(v.unknown()),
  }),
)

const person = (role: string, name: string) => ({
  role,
  name,
  otherNames: [],
  readings: typedReadings(readingOf(name)),
})

export function seedEntries(): SearchEntry[] {
  const file = new URL('../../../shared/originals/seed.txt', import.meta.url)
  if (!existsSync(file)) return []
  const page = parseText({ file: 'seed.txt', text: readFileSync(file, 'utf8'), sha256: '' })
  if ('refused' in page) throw new Error(`expected the seed to be read, found ${page.refused}`)
  return [
    {
      id: 'original-seed',
      address: '/originals/seed.html',
      shown: page.publishedAt ?? '',
      title: page.title,
      kicker: page.kicker,
      subtitle: page.subtitle,
      originalTitle: page.originalTitle,
      lead: page.sections[0]?.paragraphs[0]?.slice(0, 200),
      source: page.source?.name,
      subheads: page.sections.flatMap(({ heading }) => heading ?? []),
      credits: page.lines.filter(({ place }) => place !== 'head').map(({ text: line }) => line),
      people: page.credits.flatMap(({ role, people }) => people.map(({ name }) => person(role, name))),
      otherAddresses: [],
    },
  ]
}

export function originalEntries(): SearchEntry[] {
  const file = new URL('../../../shared/originals/gold.json', import.meta.url)
  if (!existsSync(file)) return []
  return Object.entries(v.parse(GOLD, JSON.parse(readFileSync(file, 'utf8')))).flatMap(([id, page]) => {
    if (typeof page.title !== 'string') return []
    const [editors, reporters] = [page.editors ?? [], page.reporters ?? []]
    const body = Array.isArray(page.body) ? String(page.body[0] ?? '') : String(page.body ?? '').split('\n')[0]
    return {
      id: `original-${id}`,
      address: `/originals/${id}.html`,
      shown: /^\d{4}-\d{2}-\d{2}T/u.test(page.date ?? '') ? (page.date ?? '') : '2019-01-01T00:00:00+08:00',
      title: page.title,
      kicker: page.kicker ?? undefined,
      subtitle: page.subtitle ?? undefined,
      lead: body?.slice(0, 200),
      source: page.source ?? undefined,
      subheads: [],
      credits: [...reporters.map((name) => `记者 ${name}`), ...editors.map((name) => `(责编：${name})`)],
      people: [...reporters.map((name) => person('reporter', name)), ...editors.map((name) => person('editor', name))],
      otherAddresses: [],
    }
  })
}
