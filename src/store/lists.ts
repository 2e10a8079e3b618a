/**
 * Heads of articles and the lists that they stand in, answered from the store's file as src/content/catalogue.ts asks.
 *
 *   const lists = listsIn(db)
 *   lists.list('day', '2024-06-02', 20)   →  the newest twenty of that day
 *   lists.around('day', '2024-06-02', head)   →  { newer: Head, older: Head }
 *   lists.forget(['article-a'])           →  after these changed, and nothing else
 *   lists.forget()                        →  after anything may have changed
 *
 * A list is read as numbers, for most of its heads are remembered: an article stands in some fifty lists, and a row of text costs ten
 * times as much. Lists asked for whole are remembered too: who asks which pages there are asks next for one of them.
 */
import { byNewest, type Catalogue, type Head } from '../content/catalogue.ts'
import { foldAddress, type Index } from '../content/entries.ts'
import type { Database, Row } from './database.ts'
import { lately } from './lately.ts'
import { numberOf, textOf } from './row.ts'
import { windowsOver } from './windows.ts'

interface Lists extends Pick<Catalogue, 'head' | 'list' | 'around'> {
  forget(ids?: readonly string[]): void
}

/** Heads that are remembered, of some 600 bytes each; and lists. */
const HEADS = 20_000
const LISTS = 100

const COLUMNS = ['id', 'rev', 'address', 'published', 'kicker', 'title', 'source', 'channel', 'withdrawn']
const HEAD = COLUMNS.map((name) => `head.${name}`).join(', ')
const NUMBERS = 'SELECT n FROM entry WHERE k = ? ORDER BY at DESC'
/** With all that share the last one's instant, for the order has more to it; a shorter list has none there. */
const NEWEST = `SELECT n FROM entry WHERE k = ? AND at >= coalesce(
  (SELECT at FROM entry WHERE k = ? ORDER BY at DESC LIMIT 1 OFFSET ? - 1), -1e300) ORDER BY at DESC`
const ENTRIES = `SELECT ${HEAD} FROM entry JOIN head ON head.n = entry.n WHERE entry.k = ?`
const OLDER = `${ENTRIES} AND entry.at <= ? AND (entry.at < ? OR head.address > ? OR (head.address = ? AND head.id > ?))
  ORDER BY entry.at DESC, head.address, head.id LIMIT ?`
const NEWER = `${ENTRIES} AND entry.at >= ? AND (entry.at > ? OR head.address < ? OR (head.address = ? AND head.id < ?))
  ORDER BY entry.at, head.address DESC, head.id DESC LIMIT 1`

export function listsIn(db: Database): Lists {
  const byId = lately<Head | undefined>(HEADS)
  const byNumber = lately<Head | undefined, number>(HEADS)
  const keys = lately<number | undefined>(4000)
  const whole = lately<readonly Head[], number>(LISTS)
  const standing = lately<readonly Head[]>(4000)

  const remembered = (row: Row): Head => {
    const head = byId.of(textOf(row, 'id'), () => headIn(row)) ?? headIn(row)
    standing.of(foldAddress(head.address), () => [head])
    return head
  }
  const numbered = (n: number): Head | undefined =>
    byNumber.of(n, () => {
      const row = db.get(`SELECT ${HEAD} FROM head WHERE n = ?`, n)
      return row === undefined ? undefined : remembered(row)
    })
  const keyOf = (index: Index, key: string): number | undefined =>
    keys.of(`${index} ${key}`, () => {
      const row = db.get('SELECT k FROM list WHERE name = ? AND key = ?', index, key)
      return row === undefined ? undefined : numberOf(row, 'k')
    })
  const headsOf = (numbers: readonly number[]): Head[] => numbers.flatMap((n) => numbered(n) ?? []).toSorted(byNewest)
  const listAt = (k: number, most: number | undefined): readonly Head[] =>
    most === undefined
      ? whole.of(k, () => headsOf(db.numbers(NUMBERS, k)))
      : headsOf(db.numbers(NEWEST, k, k, most)).slice(0, most)
  const listOf = (index: Index, key: string, most?: number): readonly Head[] => {
    const k = keyOf(index, key)
    return k === undefined ? [] : listAt(k, most)
  }
  const windows = windowsOver(
    (k, { id, address, publishedAt }, most) => {
      const at = Date.parse(publishedAt)
      return db.all(OLDER, k, at, at, address, address, id, most).map(remembered)
    },
    (k, { id, address, publishedAt }) => {
      const at = Date.parse(publishedAt)
      return db.all(NEWER, k, at, at, address, address, id).map(remembered)[0]
    },
  )
  return {
    head: (id) =>
      byId.of(id, () => {
        const row = db.get(`SELECT ${HEAD} FROM head WHERE id = ?`, id)
        return row === undefined ? undefined : headIn(row)
      }),
    // No two documents have one address (./claims.ts), so that the list is short, and asked for by each page.
    list: (index, key, most) =>
      index === 'address' ? standing.of(key, () => listOf(index, key)) : listOf(index, key, most),
    around: (index, key, head) => {
      const k = keyOf(index, key)
      return k === undefined ? { newer: undefined, older: undefined } : windows.around(k, head)
    },
    forget: (ids) => {
      for (const memory of [keys, whole, standing, windows]) memory.clear()
      if (ids === undefined) for (const memory of [byId, byNumber]) memory.clear()
      for (const id of ids ?? []) {
        byId.drop(id)
        // The number of one that has gone stands in no list; when it is given again, that is another change.
        const row = db.get('SELECT n FROM head WHERE id = ?', id)
        if (row !== undefined) byNumber.drop(numberOf(row, 'n'))
      }
    },
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
