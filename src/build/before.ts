/**
 * The release before a build, as those who draw into the next one's folder ask for it.
 *
 *   beforeIn({ folder: '…/000041/site', manifest })   →  { folder, files, recordOf, stale: ['/a/yi.html'], … }
 *   beforeIn(undefined)                               →  the same of no release: it has no file
 */
import type { BuildRequest } from '../publish/builder.ts'
import { Table } from '../publish/release/table.ts'
import type { Before } from './changed.ts'

type Previous = NonNullable<BuildRequest['previous']>
type FileRecord = ReturnType<Previous['manifest']['files']['get']>

export interface BeforeAll extends Before {
  /** The addresses of its files that may not. */
  stale: readonly string[]
}

export function beforeIn(previous: Previous | undefined): BeforeAll {
  const { files, quarantined } = previous?.manifest ?? { files: Table.of<FileRecord>([]), quarantined: [] }
  const isStale = (address: string): boolean => files.get(address)?.stale === true
  const stale = quarantined.length === 0 ? [] : files.keys().filter(isStale).toArray()
  return {
    folder: previous?.folder ?? '',
    // A page that was carried over for a document in quarantine is publishing's to carry again.
    files: () => files.keys().filter((address) => !isStale(address)),
    areThere: false,
    isRead: true,
    stale,
    recordOf: (address) => (isStale(address) ? undefined : files.get(address)),
  }
}
