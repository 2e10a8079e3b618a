/**
 * The catalogue of src/content, answered from the store's file: what a page asks costs the same in an archive of any size.
 *
 *   const { now, forget } = catalogueIn(db)
 *   now().list('day', '2024-06-02')   →  as catalogueOf(documents, now) answers, to the letter
 *   forget(['article-a'])             →  after these documents changed: of all others what is remembered stays
 *   forget()                          →  after anything may have changed: nothing is remembered
 *
 * Documents and heads asked for lately are remembered, the same question is given the same object; how many is bounded.
 */
import type { Catalogue, ProfileIndex, Tally } from '../content/catalogue.ts'
import { NO_VERSIONS, type KeptVersions } from '../content/versions.ts'
import type { ArticleDocument, ChannelDocument, SourceDocument } from '../content/documents.ts'
import { readBody } from './bodies.ts'
import type { Checked } from './check.ts'
import type { Database, Row } from './database.ts'
import { lately } from './lately.ts'
import { listsIn } from './lists.ts'
import { bytesOf, numberOf, textOf } from './row.ts'
import type { DocumentType } from './shape.ts'

export interface StoreCatalogue {
  /** Another object after each change: what is remembered of one by whoever asks it is true as long as it is asked. */
  now(): Catalogue
  forget(ids?: readonly string[]): void
}

export function catalogueIn(db: Database, versions: KeptVersions = NO_VERSIONS): StoreCatalogue {
  const documents = lately<Checked | undefined>(2000)
  const whole = lately<readonly Checked[]>(10)
  const tallies = lately<readonly Tally[]>(100)
  /** Another number when another process has written. */
  const versionOf = (): unknown => db.get('PRAGMA data_version')?.['data_version']
  let version = versionOf()
  const lists = listsIn(db)

  const documentOf = (id: string): Checked | undefined =>
    documents.of(id, () => checkedOf(db.get('SELECT type, body FROM document WHERE id = ?', id)))
  const allOf = (type: DocumentType): readonly Checked[] =>
    whole.of(type, () =>
      db
        .all('SELECT id FROM document WHERE type = ? ORDER BY id', type)
        .flatMap((row) => documentOf(textOf(row, 'id')) ?? []),
    )
  const answers: Catalogue = {
    site: () => {
      const checked = documentOf('site')
      return checked?.type === 'site' ? checked.document : undefined
    },
    channels: () => channelsIn(allOf('channel')),
    sources: () => sourcesIn(allOf('source')),
    source: (id) => {
      const checked = documentOf(id)
      return checked?.type === 'source' ? checked.document : undefined
    },
    profile: (id) => {
      const checked = documentOf(id)
      return checked?.type === 'profile' ? checked.document : undefined
    },
    profiles: (by, key) =>
      db.all('SELECT id FROM person WHERE by = ? AND key = ? ORDER BY id', by, key).flatMap((row) => {
        const checked = documentOf(textOf(row, 'id'))
        return checked?.type === 'profile' ? [checked.document] : []
      }),
    profileTallies: (by: ProfileIndex) =>
      db
        .all('SELECT key, count(*) AS count FROM person WHERE by = ? GROUP BY key ORDER BY key', by)
        .map(tallyIn)
        .toSorted(byKey),
    picture: (id) => {
      const checked = documentOf(id)
      return checked?.type === 'picture' ? checked.document : undefined
    },
    article: (id) => articleIn(db, id),
    head: lists.head,
    versions: versions.of,
    versioned: versions.ids,
    list: lists.list,
    count: (index, key) => {
      const row = db.get('SELECT count FROM list WHERE name = ? AND key = ?', index, key)
      return row === undefined ? 0 : numberOf(row, 'count')
    },
    tallies: (index, prefix = '') =>
      tallies.of(`${index} ${prefix}`, () =>
        db
          .all(
            'SELECT key, count FROM list WHERE name = ? AND key >= ? AND key < ? ORDER BY key',
            index,
            prefix,
            `${prefix}\u{10ffff}`,
          )
          .map(tallyIn)
          .toSorted(byKey),
      ),
    beside: (index, key, prefix = '') => ({
      before: keyIn(
        db.get('SELECT key FROM list WHERE name = ? AND key < ? ORDER BY key DESC LIMIT 1', index, key),
        prefix,
      ),
      after: keyIn(db.get('SELECT key FROM list WHERE name = ? AND key > ? ORDER BY key LIMIT 1', index, key), prefix),
    }),
    around: lists.around,
  }
  let now = answers
  return {
    now: () => now,
    forget: (ids) => {
      const before = version
      version = versionOf()
      const changed = version === before ? ids : undefined
      for (const memory of [whole, tallies]) memory.clear()
      if (changed === undefined) documents.clear()
      for (const id of changed ?? []) documents.drop(id)
      lists.forget(changed)
      now = { ...answers }
    },
  }
}

/** Not remembered: each is asked for once, to be printed. */
function articleIn(db: Database, id: string): ArticleDocument | undefined {
  // One whose embargo lies ahead has no head.
  const checked = checkedOf(db.get('SELECT type, body FROM document JOIN head USING (n) WHERE document.id = ?', id))
  return checked?.type === 'article' ? checked.document : undefined
}

const checkedOf = (row: Row | undefined): Checked | undefined =>
  row === undefined ? undefined : readBody(textOf(row, 'type'), bytesOf(row, 'body'))

const channelsIn = once((all) =>
  all.flatMap((one): ChannelDocument[] => (one.type === 'channel' ? [one.document] : [])),
)
const sourcesIn = once((all) => all.flatMap((one): SourceDocument[] => (one.type === 'source' ? [one.document] : [])))

/** The same list for the same list. */
function once<T>(make: (all: readonly Checked[]) => T): (all: readonly Checked[]) => T {
  const made = new WeakMap<readonly Checked[], { value: T }>()
  return (all) => {
    const known = made.get(all) ?? { value: make(all) }
    made.set(all, known)
    return known.value
  }
}

const tallyIn = (row: Row): Tally => ({ key: textOf(row, 'key'), count: numberOf(row, 'count') })

/** SQLite orders by bytes, everything else here by code units; they differ for letters beyond the first 65,536 alone. */
const byKey = (a: Tally, b: Tally): number => (a.key < b.key ? -1 : Number(a.key > b.key))

function keyIn(row: Row | undefined, prefix: string): string | undefined {
  const key = row === undefined ? undefined : textOf(row, 'key')
  return key?.startsWith(prefix) === true ? key : undefined
}
