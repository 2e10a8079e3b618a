/** The catalogue in SQLite answers every question as the one in memory does, whatever was filed, changed and taken out before. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { answerTo } from '../../src/content/answers.ts'
import type { Catalogue, ProfileIndex } from '../../src/content/catalogue.ts'
import type { Documents } from '../../src/content/documents.ts'
import { entriesOf } from '../../src/content/entries.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { ARTICLES, CHANNELS, PROFILES, SITE, SOURCES } from '../../src/content/queries.ts'
import { catalogueIn } from '../../src/store/catalogue.ts'
import { openDatabase } from '../../src/store/database.ts'
import { filingOf } from '../../src/store/filing.ts'
import { versionsBeside } from '../../src/store/versions.ts'
import { editingOf, type Editing } from './archive.ts'

const SEQUENCES = Number(process.env['SEQUENCES'] ?? 4)
const STEPS = 25
const NOW = new Date('2024-06-02T00:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'zebian-catalogue-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function documentsOf({ documents }: Pick<Editing, 'documents'>): Documents {
  const of = (type: string) =>
    [...documents.values()].filter(({ _type }) => _type === type).toSorted((a, b) => (a._id < b._id ? -1 : 1))
  return {
    site: answerTo(SITE, of('site')[0]) ?? undefined,
    channels: answerTo(CHANNELS, of('channel')),
    sources: answerTo(SOURCES, of('source')),
    profiles: answerTo(PROFILES, of('profile')),
    pictures: [],
    articles: answerTo(ARTICLES, of('article')),
  }
}

/** Everything that a page could ask. */
function answersOf(catalogue: Catalogue, documents: Documents): Record<string, unknown> {
  const answers: Record<string, unknown> = {
    site: catalogue.site(),
    channels: catalogue.channels(),
    sources: catalogue.sources(),
    months: catalogue.tallies('day', '2016-01'),
    none: [
      catalogue.list('day', '1900-01-01'),
      catalogue.count('day', '1900-01-01'),
      catalogue.article('none'),
      catalogue.head('none'),
    ],
  }
  for (const { _id } of documents.profiles) answers[_id] = catalogue.profile(_id)
  for (const by of ['name', 'initial', 'portrait'] as const satisfies ProfileIndex[]) {
    answers[by] = catalogue.profileTallies(by)
    for (const { key } of catalogue.profileTallies(by)) answers[`${by} ${key}`] = catalogue.profiles(by, key)
  }
  for (const article of documents.articles) {
    const head = catalogue.head(article._id)
    answers[article._id] = [head, catalogue.article(article._id)]
    for (const { index, key } of entriesOf(article)) {
      answers[`${index} ${key}`] ??= [
        catalogue.list(index, key),
        catalogue.list(index, key, 2),
        catalogue.count(index, key),
        catalogue.beside(index, key),
        catalogue.beside(index, key, key.slice(0, 9)),
      ]
      if (head !== undefined) answers[`${index} ${key} ${article._id}`] = catalogue.around(index, key, head)
      answers[index] ??= catalogue.tallies(index)
    }
  }
  return answers
}

describe('the catalogue in SQLite', () => {
  test.each(Array.from({ length: SEQUENCES }, (_, seed) => seed + 1))(
    'answers as the one in memory does, history %i',
    (seed) => {
      const editing = editingOf(seed)
      const db = openDatabase(join(folder, `${seed}.sqlite`), 'test')
      const catalogue = catalogueIn(db)
      const filing = filingOf({ db, catalogue, versions: versionsBeside(db.file), now: () => NOW })
      filing.transaction(() => {
        for (const document of editing.documents.values()) filing.put(document)
      })
      filing.whole()
      const said: string[] = []
      for (let step = 0; step < STEPS; step += 1) {
        const { says, ids } = editing.step()
        said.push(says)
        filing.transaction(() => {
          for (const id of ids) {
            const document = editing.documents.get(id)
            if (document === undefined) filing.remove(id)
            else filing.put(document)
          }
        })
        if (step % 8 !== 0) continue
        const documents = documentsOf(editing)
        const [found, expected] = [
          answersOf(catalogue.now(), documents),
          answersOf(catalogueOf(documents, NOW), documents),
        ]
        const differing = Object.keys(expected).filter(
          (question) => JSON.stringify(found[question]) !== JSON.stringify(expected[question]),
        )
        expect([
          said,
          differing.slice(0, 3).map((question) => [question, found[question], expected[question]]),
        ]).toEqual([said, []])
      }
      db.close()
    },
  )
})
