/**
 * Puts documents into the store as the lake gives them, each judged by itself, and asks which pages each change can alter.
 *
 *   const filing = filingOf({ db, catalogue, versions, now: () => new Date() })
 *   filing.transaction(() => filing.put({ _id: 'article-a', _type: 'article', … }))   →  true: something that is printed changed
 *   filing.transaction(() => filing.remove('article-a'))                              →  true
 *
 * A document that cannot be printed is refused; its last good revision stays until it is mended or deleted. One that must wait for an
 * address is put in as soon as the address is free.
 */
import { articlePage } from '../content/article.ts'
import { ALL } from '../content/kind.ts'
import { touchedPlaces, type Place } from '../content/pages.ts'
import { daysTouched } from '../content/searchIndex.ts'
import type { Refused } from '../content/sift.ts'
import { versionOf } from '../content/versions.ts'
import { writeBody } from './bodies.ts'
import type { StoreCatalogue } from './catalogue.ts'
import { changesOf } from './changes.ts'
import { judge, type Checked } from './check.ts'
import { addressHeldBy, addressTaken, claimOf, giveUp, holderOf, take, type Claim } from './claims.ts'
import type { Database } from './database.ts'
import { forgetDrawn } from './drawn.ts'
import { NOTES_OF_ITS_OWN, putNote } from './note.ts'
import { forgive, rawOf, refuse, waitingFor } from './refused.ts'
import { isWhole, shelfOf, type Shelved } from './shelf.ts'
import { FILLED } from './tables.ts'
import type { Versions } from './versions.ts'
import { addDays, addPages, isReleased, remember } from './waiting.ts'

type Raw = Record<string, unknown>

export interface Filing {
  readonly db: Database
  transaction(work: () => void): void
  /** A document as the lake gives it (and its line, where it came as one); whether something that is printed changed. */
  put(document: Raw, line?: Uint8Array): boolean
  remove(id: string): boolean
  /** Out of every list until it is mended: a page that was drawn from it cannot be shown. */
  refuse(verdict: Refused): void
  /** Articles whose embargo is over by now get their place in the lists. */
  release(): void
  empty(): void
  /** Everything is there; from now on changes are remembered for the next build. */
  whole(): void
  /** Whether so much will change that a build is due: pages are then not asked for change by change. */
  expectMany(many: boolean): void
}

interface Kept {
  db: Database
  catalogue: StoreCatalogue
  versions: Versions
  now: () => Date
}

export function filingOf({ db, catalogue, versions, now }: Kept): Filing {
  const shelf = shelfOf(db, now)
  let remembers = isWhole(db)
  let many = false
  /** Of this transaction. */
  const noted = new Set<string>()

  const touch = (places: readonly Place[] | typeof ALL): void => {
    addPages(db, places)
    forgetDrawn(db, places)
  }

  /** Right after it was filed: another change's pages may lie elsewhere. */
  const note = (id: string, was: Shelved | undefined, is: Checked | undefined): void => {
    if (!remembers) return
    keepVersion(id, was, is)
    remember(db, id, was?.rev)
    noted.add(id)
    if (many) return touch(ALL)
    shelf.settle()
    catalogue.forget([id])
    for (const change of changesOf(was?.shown === true ? was.checked : undefined, is)) {
      touch(touchedPlaces(change, catalogue.now()))
      addDays(db, daysTouched(change, catalogue.now()))
    }
  }

  /** What the last release printed of an article, before it is another one. A revision that no release had was read by nobody. */
  const keepVersion = (id: string, was: Shelved | undefined, is: Checked | undefined): void => {
    if (was?.shown !== true || was.checked.type !== 'article' || !isReleased(db, id)) return
    const { document } = was.checked
    if (document.withdrawn === undefined && !isWithdrawn(is))
      versions.keep(id, versionOf(articlePage(document, catalogue.now())))
  }

  const put = (raw: Raw, line?: Uint8Array): boolean => {
    const [id, rev] = [String(raw['_id']), String(raw['_rev'])]
    if (db.get('SELECT rev FROM document WHERE id = ?', id)?.['rev'] === rev) return forgive(db, id)
    const judged = judge(raw, line?.length ?? JSON.stringify(raw).length)
    if (judged === undefined) return false
    if ('refused' in judged) return refuse(db, raw, judged.refused)
    const claim = claimOf(judged)
    const holder = claim === undefined ? undefined : holderOf(db, claim)
    if (claim !== undefined && holder?.older === true)
      return refuse(db, raw, addressTaken(db, claim, rev, holder.id), claim.address)
    if (claim !== undefined && holder !== undefined) evict(holder.id, claim)
    forgive(db, id)
    const freed = addressHeldBy(db, id)
    const was = shelf.takeOut(id)
    const shown = shelf.putIn(judged, rev, String(raw['_updatedAt']), writeBody(judged, line))
    if (claim !== undefined) take(db, claim)
    note(id, was, shown ? judged : undefined)
    if (isWithdrawn(judged)) versions.forget(id)
    if (freed !== claim?.address) retry(freed)
    return true
  }

  const takeAway = (id: string): Shelved | undefined => {
    giveUp(db, id)
    const was = shelf.takeOut(id)
    if (was !== undefined) note(id, was, undefined)
    return was
  }

  /** Whoever had the address came later: it waits. */
  const evict = (id: string, claim: Claim): void => {
    const was = takeAway(id)
    if (was !== undefined) refuse(db, rawOf(was), addressTaken(db, { ...claim, id }, was.rev, claim.id), claim.address)
  }

  const retry = (address: string | undefined): void => {
    if (address !== undefined) for (const raw of waitingFor(db, address)) put(raw)
  }

  return {
    db,
    put,
    remove: (id) => {
      forgive(db, id)
      const freed = addressHeldBy(db, id)
      const was = takeAway(id)
      versions.forget(id)
      retry(freed)
      return was !== undefined
    },
    refuse: (verdict) => {
      const freed = addressHeldBy(db, verdict.document)
      const was = takeAway(verdict.document)
      if (was !== undefined) refuse(db, rawOf(was), verdict)
      retry(freed)
    },
    release: () => {
      for (let out = shelf.release(); out !== undefined; out = shelf.release()) note(out.document._id, undefined, out)
    },
    expectMany: (isMany) => {
      many = isMany
    },
    transaction: (work) => {
      noted.clear()
      try {
        db.transaction(() => {
          work()
          shelf.settle()
        })
        catalogue.forget(remembers ? [...noted] : undefined)
      } catch (error) {
        shelf.reset()
        catalogue.forget()
        throw error
      }
    },
    empty: () => {
      db.transaction(() => {
        for (const table of FILLED)
          db.run(`DELETE FROM ${table}${table === 'note' ? ` WHERE name NOT IN ${NOTES_OF_ITS_OWN}` : ''}`)
        forgetDrawn(db, ALL)
      })
      shelf.reset()
      remembers = false
    },
    whole: () => {
      db.transaction(() => {
        shelf.place()
        putNote(db, 'whole', '')
      })
      catalogue.forget()
      remembers = true
    },
  }
}

const isWithdrawn = (checked: Checked | undefined): boolean =>
  checked?.type === 'article' && checked.document.withdrawn !== undefined
