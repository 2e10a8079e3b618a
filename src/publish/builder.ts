/**
 * The seam between publishing and building: whoever can print a folder and say what it was made from.
 *
 *   await builder({ folder: '…/.making-1/site', previous, want, exclude: new Set() })
 *     →  { documents: a table of 'article-a' → ['rev2', '2026-…Z'] and so on, pages: { '/2024/0602/a1.html': 'article-a' }, quarantined: [], … }
 *
 * A builder writes the whole tree into `folder`, which is empty, and nowhere else. One that knows which pages changed may hard-link the
 * others from `previous.folder`, or ask for a folder that holds them already, and name in `touched` those that it put or took away. It
 * throws when an answer is not whole.
 */
import type { Figured } from './figures.ts'
import type { Problem } from './gates/finding.ts'
import type { Previous } from './release/draft.ts'
import type { Quarantined } from './release/manifest.ts'
import type { FileRecord, Head } from './release/records.ts'
import type { Table } from './release/table.ts'

/** What somebody said about a document: its revision (`null`: deleted) and the ISO instant of that change. */
export interface Announced {
  revision: string | null
  at: string
}

/** Why a release is wanted, and what it must hold at least, by document. */
export interface Want {
  reason: string
  announced: Readonly<Record<string, Announced>>
}

/** Whether a document as it was found (`undefined`: not at all) is what was announced, or newer. */
export function isAsNew(found: Head | undefined, said: Announced): boolean {
  if (found === undefined) return said.revision === null
  return found[0] === said.revision || Date.parse(found[1]) >= Date.parse(said.at)
}

export interface BuildRequest {
  folder: string
  previous: Previous | undefined
  want: Want
  /** Documents that a gate refused in an earlier attempt, and why: to be left out, and named in the account. */
  exclude: readonly Quarantined[]
  /** Values that may stand in no file, by the names of their variables: who looks at files as they are written looks for them. */
  secrets?: Readonly<Record<string, string>>
  /**
   * Makes the folder the previous release's tree, before anything is put there; false: it is as empty as it was. Its files are links
   * that releases share: another file is put in the place of one, never other bytes into it. `touched` must then name every change.
   */
  rollForward?: () => Promise<boolean>
  /** Called now and then while much is done. */
  onProgress?: (progress: Progress) => void
}

/** How far a build is: documents fetched, articles drawn with all that is made of each, files written; of how many, where that is known. */
export interface Progress {
  what: 'documents' | 'articles' | 'files'
  done: number
  of?: number | undefined
}

/** What a folder was made from. */
export interface Account {
  /** Names templates, code and settings, and which copy of the archive was drawn from. */
  template: string
  /** Revision and instant of change of each document asked for, quarantined ones apart; best made of the previous release's table. */
  documents: Table<Head>
  /** Pages that are one document's own, of the touched ones at least. */
  pages: Readonly<Record<string, string>>
  quarantined: Quarantined[]
  tombstones: string[]
  redirects: Table<string>
  /** What must be read on a page whose document has credits; asked for changed pages only. */
  credits: (address: string) => PrintedCredits | undefined
  /** The page that says what the release holds. */
  figured?: Figured | undefined
  /** ISO instant at which an embargo ends next. */
  next?: string | undefined
  /** Nothing differs from the previous release, nobody announced anything, and the folder was left empty. */
  unchanged?: boolean | undefined
  /** Addresses whose bytes or document may differ from the previous release's; undefined: any. */
  touched?: readonly string[] | undefined
  /** The list's address, where a page that went was a part of a list and only the list's own pages led there; undefined: any page may. */
  partOf?: ((address: string) => string | undefined) | undefined
  /** Bytes of some of them, with their digest, as they were written: those need not be read again. */
  written?: ReadonlyMap<string, { bytes: Uint8Array; sha256: string }> | undefined
  /** What was seen of any others as they were written: those are not read again either. */
  seen?: Seen | undefined
  /** Resolves when the bytes of all that are in `written` are on disk; without it they are the release's to sync. */
  synced?: (() => Promise<void>) | undefined
}

/** What is known of files from when their bytes were at hand; see gates/seeing.ts. */
export interface Seen {
  sums: Map<string, Sum>
  /** Where links of theirs lead, each target once. */
  links: Set<string>
  problems: { look: string; path: string; problem: Problem }[]
}

export type Sum = Pick<FileRecord, 'sha256' | 'bytes'>

export interface PrintedCredits {
  /** Whole lines, in order. */
  lines: string[]
  /** Names that machines must be told as editors, and as authors, in order. */
  editors: string[]
  authors: string[]
}

export type Builder = (request: BuildRequest) => Promise<Account>
