/**
 * One checked document into the tables, and out of them.
 *
 *   const shelf = shelfOf(db, () => new Date())
 *   shelf.putIn(checked, rev, updated, body)   →  whether it is shown: an article whose embargo lies ahead stands in no list
 *   shelf.takeOut('article-a')                 →  { checked, rev, shown } as it was; undefined when it was not there
 *
 * While an empty store is filled, entries go to a heap that is sorted at the end.
 */
import { isHeld } from '../content/catalogue.ts'
import { readBody } from './bodies.ts'
import { forgetBreach, noteBreach } from './breaches.ts'
import type { Checked } from './check.ts'
import type { Database } from './database.ts'
import { indexingOf } from './indexing.ts'
import { filePerson, unfilePerson } from './people.ts'
import { noteIn } from './note.ts'
import { bytesOf, numberOf, textOf } from './row.ts'

export interface Shelved {
  checked: Checked
  rev: string
  updated: string
  shown: boolean
}

export interface Shelf {
  putIn(checked: Checked, rev: string, updated: string, body: Uint8Array): boolean
  takeOut(id: string): Shelved | undefined
  /** Articles whose embargo is over by now get their place in the lists, one at each call; undefined when there is none left. */
  release(): Checked | undefined
  /** At the end of filling an empty store. */
  place(): void
  settle(): void
  reset(): void
}

export const isWhole = (db: Database): boolean => noteIn(db, 'whole') !== undefined

export function shelfOf(db: Database, now: () => Date): Shelf {
  const indexing = indexingOf(db)
  let filling = !isWhole(db)
  const rowOf = (id: string): (Shelved & { n: number }) | undefined => {
    const row = db.get('SELECT n, type, rev, updated, body FROM document WHERE id = ?', id)
    if (row === undefined) return undefined
    const [n, type] = [numberOf(row, 'n'), textOf(row, 'type')]
    const shown = type !== 'article' || db.get('SELECT 1 FROM head WHERE n = ?', n) !== undefined
    const checked = readBody(type, bytesOf(row, 'body'))
    return { n, checked, rev: textOf(row, 'rev'), updated: textOf(row, 'updated'), shown }
  }
  return {
    putIn: ({ type, document }, rev, updated, body) => {
      const row = db.get(
        'INSERT INTO document (id, type, rev, updated, body) VALUES (?, ?, ?, ?, ?) RETURNING n',
        document._id,
        type,
        rev,
        updated,
        body,
      )
      if (type === 'profile') filePerson(db, document)
      if (type !== 'article') return true
      const { _id, embargo } = document
      noteBreach(db, document)
      if (embargo !== undefined) db.run('INSERT INTO embargo (id, until) VALUES (?, ?)', _id, embargo)
      if (isHeld(document, now())) return false
      if (filling) indexing.heap(numberOf(row, 'n'), document)
      else indexing.file(numberOf(row, 'n'), document)
      return true
    },
    takeOut: (id) => {
      const row = rowOf(id)
      if (row === undefined) return undefined
      const { n, checked, shown } = row
      const { type, document } = checked
      if (type === 'profile') unfilePerson(db, document)
      if (type === 'article') {
        if (filling) indexing.unheap(n)
        else if (shown) indexing.unfile(n, document)
        db.run('DELETE FROM embargo WHERE id = ?', id)
        forgetBreach(db, id)
      }
      db.run('DELETE FROM document WHERE n = ?', n)
      return row
    },
    release: () => {
      const due = db.all('SELECT id, until FROM embargo').filter((row) => new Date(textOf(row, 'until')) <= now())
      const row = due.flatMap(({ id }) => rowOf(String(id)) ?? []).find(({ shown }) => !shown)
      if (row?.checked.type !== 'article') return undefined
      indexing.file(row.n, row.checked.document)
      return row.checked
    },
    place: () => {
      indexing.place()
      filling = false
    },
    settle: () => indexing.settle(),
    reset: () => {
      indexing.reset()
      filling = !isWhole(db)
    },
  }
}
