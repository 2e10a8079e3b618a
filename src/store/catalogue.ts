/**
 * The catalogue of src/content, answered from the store's file: what a page asks costs the same in an archive of any size.
 *
 *   const { now, forget } = catalogueIn(db)
 *   now().list('day', '2024-06-02')   →  as catalogueOf(documents, now) answers, to the letter
 *   forget()                          →  after the store changed: nothing of before is remembered
 *
 * Documents and heads asked for lately are remembered, the same question is given the same object; how many is bounded.
 */
import type { Catalogue, Head, ProfileIndex, Tally } from '../content/catalogue.ts'
import type { ArticleDocument, ChannelDocument, SourceDocument } from '../content/documents.ts'
import { foldAddress, type Index } from '../content/entries.ts'
import { readBody } from './bodies.ts'
import type { Checked } from './check.ts'
import type { Database, Row } from './database.ts'
import { lately } from './lately.ts'
import { bytesOf, numberOf, textOf } from './row.ts'
import type { DocumentType } from './shape.ts'
import { windowsOver } from './windows.ts'

export interface StoreCatalogue {
  /** Another object after each change: what is remembered of one by whoever asks it is true as long as it is asked. */
  now(): Catalogue
  forget(): void
}

const HEAD =
  'head.id, head.rev, head.address, head.published, head.kicker, head.title, head.source, head.channel, head.withdrawn'
const NEWEST = 'ORDER BY entry.at DESC, head.address, head.id'
const ENTRIES = 'FROM entry JOIN head ON head.n = entry.n WHERE entry.k = ?'

export function catalogueIn(db: Database): StoreCatalogue {
  const documents = lately<Checked | undefined>(2000)
  const heads = lately<Head | undefined>(4000)
  const lists = lately<number | undefined>(4000)
  const whole = lately<readonly Checked[]>(10)
  const standing = lately<readonly Head[]>(4000)

  const documentOf = (id: string): Checked | undefined =>
    documents.of(id, () => checkedOf(db.get('SELECT type, body FROM document WHERE id = ?', id)))
  const allOf = (type: DocumentType): readonly Checked[] =>
    whole.of(type, () =>
      db
        .all('SELECT id FROM document WHERE type = ? ORDER BY id', type)
        .flatMap((row) => documentOf(textOf(row, 'id')) ?? []),
    )
  const listOf = (index: Index, key: string): number | undefined =>
    lists.of(`${index} ${key}`, () => {
      const row = db.get('SELECT k FROM list WHERE name = ? AND key = ?', index, key)
      return row === undefined ? undefined : numberOf(row, 'k')
    })
  const remembered = (row: Row): Head => {
    const head = heads.of(textOf(row, 'id'), () => headIn(row)) ?? headIn(row)
    standing.of(foldAddress(head.address), () => [head])
    return head
  }
  const entries = (k: number | undefined, more: string, ...values: (string | number)[]): Head[] =>
    k === undefined ? [] : db.all(`SELECT ${HEAD} ${ENTRIES} ${more}`, k, ...values).map(remembered)

  const windows = windowsOver(
    (k, { id, address, publishedAt }, most) => {
      const at = Date.parse(publishedAt)
      const after = 'AND entry.at <= ? AND (entry.at < ? OR head.address > ? OR (head.address = ? AND head.id > ?))'
      return entries(k, `${after} ${NEWEST} LIMIT ?`, at, at, address, address, id, most)
    },
    (k, { id, address, publishedAt }) => {
      const at = Date.parse(publishedAt)
      const before = 'AND entry.at >= ? AND (entry.at > ? OR head.address < ? OR (head.address = ? AND head.id < ?))'
      const order = 'ORDER BY entry.at, head.address DESC, head.id DESC LIMIT 1'
      return entries(k, `${before} ${order}`, at, at, address, address, id)[0]
    },
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
    head: (id) =>
      heads.of(id, () => {
        const row = db.get(`SELECT ${HEAD} FROM head WHERE id = ?`, id)
        return row === undefined ? undefined : headIn(row)
      }),
    // No two documents have one address (./claims.ts), so that the list is short, and asked for by each page.
    list: (index, key, most) =>
      index === 'address'
        ? standing.of(key, () => entries(listOf(index, key), NEWEST))
        : entries(listOf(index, key), `${NEWEST} LIMIT ?`, most ?? -1),
    count: (index, key) => {
      const row = db.get('SELECT count FROM list WHERE name = ? AND key = ?', index, key)
      return row === undefined ? 0 : numberOf(row, 'count')
    },
    tallies: (index, prefix = '') =>
      db
        .all(
          'SELECT key, count FROM list WHERE name = ? AND key >= ? AND key < ? ORDER BY key',
          index,
          prefix,
          `${prefix}\u{10ffff}`,
        )
        .map(tallyIn)
        .toSorted(byKey),
    beside: (index, key, prefix = '') => ({
      before: keyIn(
        db.get('SELECT key FROM list WHERE name = ? AND key < ? ORDER BY key DESC LIMIT 1', index, key),
        prefix,
      ),
      after: keyIn(db.get('SELECT key FROM list WHERE name = ? AND key > ? ORDER BY key LIMIT 1', index, key), prefix),
    }),
    around: (index, key, head) => {
      const k = listOf(index, key)
      return k === undefined ? { newer: undefined, older: undefined } : windows.around(k, head)
    },
  }
  let now = answers
  return {
    now: () => now,
    forget: () => {
      for (const memory of [documents, heads, lists, whole, standing, windows]) memory.clear()
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

function headIn(row: Row): Head {
  return {
    id: textOf(row, 'id'),
    rev: textOf(row, 'rev'),
    address: textOf(row, 'address'),
    publishedAt: textOf(row, 'published'),
    kicker: orNothing(row, 'kicker'),
    title: textOf(row, 'title'),
    source: orNothing(row, 'source'),
    channel: orNothing(row, 'channel'),
    withdrawn: row['withdrawn'] === 1,
  }
}

const orNothing = (row: Row, column: string): string | undefined =>
  row[column] === null ? undefined : textOf(row, column)

const tallyIn = (row: Row): Tally => ({ key: textOf(row, 'key'), count: numberOf(row, 'count') })

/** SQLite orders by bytes, everything else here by code units; they differ for letters beyond the first 65,536 alone. */
const byKey = (a: Tally, b: Tally): number => (a.key < b.key ? -1 : Number(a.key > b.key))

function keyIn(row: Row | undefined, prefix: string): string | undefined {
  const key = row === undefined ? undefined : textOf(row, 'key')
  return key?.startsWith(prefix) === true ? key : undefined
}
