/**
 * Files an article under every key of every index, and takes it out again.
 *
 *   const indexing = indexingOf(db)
 *   indexing.file(7, article)     →  a row of `entry` for each of entriesOf(article), and its row of `head`
 *   indexing.unfile(7, article)   →  what `file` did for the article as it was, undone
 *   indexing.settle()             →  the counts of lists, at the end of a transaction
 *   indexing.heap(7, article)     →  like `file` while a store is filled; `place()` at the end puts all entries in their places
 *   indexing.unheap(7)
 *
 * Keys become numbers; those used lately are remembered, for an article shares most of its keys with the one before it. Half a million
 * entries put where they belong one by one cost four times as much as in a heap that is sorted once.
 */
import { headOf } from '../content/catalogue.ts'
import type { ArticleDocument } from '../content/documents.ts'
import { entriesOf } from '../content/entries.ts'
import type { Database } from './database.ts'
import { numberOf } from './row.ts'

export interface Indexing {
  file(n: number, article: ArticleDocument): void
  unfile(n: number, article: ArticleDocument): void
  heap(n: number, article: ArticleDocument): void
  unheap(n: number): void
  place(): void
  settle(): void
  /** Forgets what it remembers: after a transaction that was rolled back. */
  reset(): void
}

/** Keys remembered; a text of some 50 bytes each. */
const REMEMBERED = 400_000

export function indexingOf(db: Database): Indexing {
  const numbers = numbersOf(db)
  const changes = new Map<number, number>()
  const change = (k: number, step: 1 | -1): number => {
    changes.set(k, (changes.get(k) ?? 0) + step)
    return k
  }
  return {
    file: (n, article) => {
      putHead(db, n, article)
      const at = Date.parse(article.publishedAt)
      for (const k of keysOf(article, numbers))
        db.run('INSERT INTO entry (k, at, n) VALUES (?, ?, ?)', change(k, 1), at, n)
    },
    unfile: (n, article) => {
      db.run('DELETE FROM head WHERE n = ?', n)
      const at = Date.parse(article.publishedAt)
      for (const k of keysOf(article, numbers))
        db.run('DELETE FROM entry WHERE k = ? AND at = ? AND n = ?', change(k, -1), at, n)
    },
    heap: (n, article) => {
      putHead(db, n, article)
      const keys = JSON.stringify(keysOf(article, numbers))
      db.run(
        'INSERT INTO pile (k, at, n) SELECT value, ?, ? FROM json_each(?)',
        Date.parse(article.publishedAt),
        n,
        keys,
      )
    },
    unheap: (n) => {
      db.run('DELETE FROM head WHERE n = ?', n)
      db.run('DELETE FROM pile WHERE n = ?', n)
    },
    place: () => {
      db.run('INSERT INTO entry (k, at, n) SELECT k, at, n FROM pile ORDER BY k, at, n')
      db.run('DELETE FROM pile')
      db.run('UPDATE list SET count = (SELECT count(*) FROM entry WHERE entry.k = list.k)')
      db.run('DELETE FROM list WHERE count = 0')
      numbers.reset()
    },
    settle: () => {
      for (const [k, step] of changes) {
        if (step === 0) continue
        db.run('UPDATE list SET count = count + ? WHERE k = ?', step, k)
        if (step > 0) continue
        db.run('DELETE FROM list WHERE k = ? AND count = 0', k)
        // Its number may be another key's next.
        numbers.reset()
      }
      changes.clear()
    },
    reset: () => {
      numbers.reset()
      changes.clear()
    },
  }
}

const keysOf = (article: ArticleDocument, numbers: Numbers): number[] =>
  entriesOf(article).map(({ index, key }) => numbers.of(index, key))

function putHead(db: Database, n: number, article: ArticleDocument): void {
  const { id, rev, address, publishedAt, kicker, title, source, channel, withdrawn } = headOf(article)
  db.run(
    `INSERT INTO head (n, id, rev, address, published, kicker, title, source, channel, withdrawn)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    n,
    id,
    rev,
    address,
    publishedAt,
    kicker ?? null,
    title,
    source ?? null,
    channel ?? null,
    withdrawn ? 1 : 0,
  )
}

interface Numbers {
  of(name: string, key: string): number
  reset(): void
}

/** A number for each key of each index, given out as they come. */
function numbersOf(db: Database): Numbers {
  const known = new Map<string, Map<string, number>>()
  let size = 0
  /** The next number to give, while everything that was given out is remembered and nothing need be looked up. */
  let next: number | undefined
  const reset = (): void => {
    known.clear()
    size = 0
    next = undefined
  }
  const lookUp = (name: string, key: string): number => {
    const row = db.get('SELECT k FROM list WHERE name = ? AND key = ?', name, key)
    if (row !== undefined) return numberOf(row, 'k')
    return numberOf(db.get('INSERT INTO list (name, key, count) VALUES (?, ?, 0) RETURNING k', name, key), 'k')
  }
  const give = (k: number, name: string, key: string): number => {
    db.run('INSERT INTO list (k, name, key, count) VALUES (?, ?, ?, 0)', k, name, key)
    next = k + 1
    return k
  }
  return {
    of: (name, key) => {
      const found = known.get(name)?.get(key)
      if (found !== undefined) return found
      if (size >= REMEMBERED) reset()
      else if (size === 0 && db.get('SELECT 1 FROM list LIMIT 1') === undefined) next = 1
      const k = next === undefined ? lookUp(name, key) : give(next, name, key)
      const keys = known.get(name) ?? new Map<string, number>()
      known.set(name, keys.set(key, k))
      size += 1
      return k
    },
    reset,
  }
}
