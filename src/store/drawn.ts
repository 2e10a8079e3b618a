/**
 * Articles' pages as they were drawn, kept until something that they print changes: a build writes them again as they are.
 *
 *   const drawn = drawnIn(db, '3f9a…')          the digest of what shapes pages and is no document
 *   drawn.of('/2024/0602/a1.html')              →  the page's bytes, or undefined: draw it
 *   drawn.keep('/2024/0602/a1.html', bytes)     →  on disk some hundred later, or at `settle`
 *   drawn.told('article-a', 'feed rss', make)   →  '<item>…', as it was made before; made and kept where it was not
 *   forgetDrawn(db, places)                     in the transaction that files a change: whatever it can alter, or ALL
 *
 * One row at most for each revision that is there: a document that goes takes its page with it. A page that was drawn before another
 * process filed a change is not kept.
 */
import { randomUUID } from 'node:crypto'
import { ALL } from '../content/kind.ts'
import type { Place } from '../content/pages.ts'
import type { Database } from './database.ts'
import { noteIn, putNote } from './note.ts'
import { bytesOf } from './row.ts'

export interface Drawn {
  of(address: string): Buffer | undefined
  keep(address: string, page: Uint8Array): void
  /** What lists of another kind say of an article; the page names all that it is made from. */
  told(id: string, what: string, make: () => string): string
  settle(): void
}

/** Pages a transaction: some 4 MB. */
const A_TIME = 200

export function drawnIn(db: Database, template: string): Drawn {
  if (noteIn(db, 'template') !== template) forgetOthers(db, template)
  dropOldFeeds(db)
  const edition = noteIn(db, 'edition')
  let waiting: (() => void)[] = []
  const settle = (): void => {
    const writes = waiting
    waiting = []
    if (writes.length === 0) return
    db.transaction(() => {
      if (noteIn(db, 'edition') === edition) for (const write of writes) write()
    })
  }
  const later = (write: () => void): void => {
    waiting.push(write)
    if (waiting.length >= A_TIME) settle()
  }
  return {
    of: (address) => {
      const row = db.get(
        'SELECT page FROM head JOIN drawn USING (n) WHERE head.address = ? AND template = ?',
        address,
        template,
      )
      return row === undefined ? undefined : bytesOf(row, 'page')
    },
    keep: (address, page) =>
      later(() =>
        db.run(
          'INSERT OR REPLACE INTO drawn (n, template, page) SELECT n, ?, ? FROM head WHERE address = ?',
          template,
          page,
          address,
        ),
      ),
    told: (id, what, make) => {
      const row = db.get(
        'SELECT text FROM document JOIN told USING (n) WHERE id = ? AND what = ? AND template = ?',
        id,
        what,
        template,
      )
      // Through Buffer.toString: for Chinese text three times as fast as letting SQLite make the string.
      if (row !== undefined) return bytesOf(row, 'text').toString()
      const text = make()
      later(() =>
        db.run(
          'INSERT OR REPLACE INTO told (n, what, template, text) SELECT n, ?, ?, ? FROM document WHERE id = ?',
          what,
          template,
          Buffer.from(text),
          id,
        ),
      )
      return text
    },
    settle,
  }
}

export function forgetDrawn(db: Database, places: readonly Place[] | typeof ALL): void {
  putNote(db, 'edition', randomUUID())
  for (const table of ['drawn', 'told']) {
    if (places === ALL) db.run(`DELETE FROM ${table}`)
    else
      for (const { kind, address } of places)
        if (kind === 'article')
          db.run(`DELETE FROM ${table} WHERE n IN (SELECT n FROM head WHERE address = ?)`, address)
  }
}

function forgetOthers(db: Database, template: string): void {
  db.transaction(() => {
    for (const table of ['drawn', 'told']) db.run(`DELETE FROM ${table} WHERE template <> ?`, template)
    putNote(db, 'template', template)
  })
}

/** Texts that are kept in the meantime, of some 10 kB each where they are a feed's. */
const BETWEEN = 3_000

/** Articles leave the feeds again, and what was kept of them is as long as they are: it goes after so many others have come, or twice as many. */
function dropOldFeeds(db: Database): void {
  const newest = Number(db.get('SELECT max(rowid) AS newest FROM told')?.['newest'])
  const before = Number(noteIn(db, 'dropped') ?? 0)
  if (newest - before < BETWEEN) return
  db.transaction(() => {
    db.run("DELETE FROM told WHERE what GLOB 'feed *' AND rowid <= ?", before)
    putNote(db, 'dropped', String(newest))
  })
}
