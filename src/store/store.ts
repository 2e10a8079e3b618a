/**
 * The site's own copy of the archive: follows the lake, answers as a catalogue, knows what a release does not have yet.
 *
 *   const store = openStore({ file: '.zebian/lake.sqlite.store', of: 'embedded' })
 *   await store.sync(door)                   →  { whole: true, changed: [], refused: [] }
 *   store.catalogue.list('day', '2024-06-02')
 *   store.settle(released); store.pages()     →  what to publish
 *   store.close()
 */
import type { Account, Words } from '../content/account.ts'
import type { Catalogue } from '../content/catalogue.ts'
import type { ALL } from '../content/kind.ts'
import type { Place } from '../content/pages.ts'
import type { Refused } from '../content/sift.ts'
import type { Segment } from '../search/segments.ts'
import { segmentsIn } from '../content/searchIndex.ts'
import { accountIn, changedIn, wordsIn, type ChangedHead } from './account.ts'
import type { Source } from './ask.ts'
import { breachesIn } from './breaches.ts'
import { catalogueIn } from './catalogue.ts'
import { openDatabase, type Database } from './database.ts'
import { drawnIn, type Drawn } from './drawn.ts'
import { filingOf } from './filing.ts'
import { noteIn } from './note.ts'
import { picturesBeside, type Pictures } from './pictures.ts'
import { refusedByGates } from './refused.ts'
import { sync, type Synced, type SyncOptions } from './sync.ts'
import { versionsBeside } from './versions.ts'
import { cutIn, daysIn, isWaiting, keepCut, pagesIn, settlingOf, type Released } from './waiting.ts'

export interface StoreOptions {
  file: string
  /** Which lake it mirrors. */
  of: string
  now?: () => Date
}

export interface Store {
  readonly db: Database
  readonly catalogue: Catalogue
  readonly pictures: Pictures
  /** Which lake it mirrors. */
  readonly of: string
  /** Which copy of the archive this is: versions of articles lie beside each, and another copy may have others. */
  readonly copy: string
  sync(source: Source, options?: SyncOptions): Promise<Synced>
  /** Documents whose pages no gate lets through; each waits until it is mended, or is tried again. */
  refuse(refused: readonly Refused[]): void
  /** Whether the release and the changes that wait are together what the store has. */
  settle(released: Released): boolean
  /** The pages that those changes can alter. */
  pages(): Place[] | typeof ALL
  /** What the search index is to be written from: days whose articles changed, and how it was cut when the release was made. */
  found(): { days: string[]; before: Segment[] }
  /** Pages that were drawn from it by the sources of this digest. */
  drawn(template: string): Drawn
  account(): Account
  /** The account but for what is as large as the archive: of that, the documents that changed since the release. */
  words(): Words
  changed(): ChangedHead[]
  /** Lines about articles that the newsroom's rules would not have let pass. */
  breaches(): string[]
  close(): void
}

export function openStore({ file, of, now = () => new Date() }: StoreOptions): Store {
  const db = openDatabase(file, of)
  const versions = versionsBeside(file)
  const catalogue = catalogueIn(db, versions)
  const filing = filingOf({ db, catalogue, versions, now })
  const settling = settlingOf(db)
  return {
    db,
    get catalogue() {
      return catalogue.now()
    },
    pictures: picturesBeside(file),
    of,
    copy: noteIn(db, 'copy') ?? '',
    sync: async (source, options) => {
      filing.transaction(() => {
        for (const raw of refusedByGates(db)) filing.put(raw)
      })
      return sync(filing, source, options)
    },
    refuse: (refused) =>
      filing.transaction(() => {
        for (const one of refused) filing.refuse(one)
      }),
    settle: (released) =>
      db.transaction(() => {
        const told = settling(released)
        if (told && !isWaiting(db)) keepCut(db, segmentsIn(catalogue.now()))
        return told
      }),
    found: () => ({ days: daysIn(db), before: cutIn(db) }),
    breaches: () => breachesIn(db),
    pages: () => pagesIn(db),
    drawn: (template) => drawnIn(db, template),
    account: () => accountIn(db, catalogue.now(), now()),
    words: () => wordsIn(db, catalogue.now(), now()),
    changed: () => changedIn(db),
    close: () => db.close(),
  }
}
