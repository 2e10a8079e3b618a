/**
 * Files what was read of a page in the lake: each page in one transaction.
 *
 *   fileOriginal(door, page, { path: 'a.html' }, { addresses, channels })  →  { address: '/2024/0602/…html', fresh: 12, changed: 0, same: 0, touched: [] }
 *
 * Ids come from the page itself, so a second import finds what is there. A document that is there and says the same is left alone; one
 * that says something else is changed only while nobody but the importer has written it, which its revision tells: ours begin with
 * `import-`. A draft is an editor's hand on it too.
 */
import { randomUUID } from 'node:crypto'
import type { Door } from '../../client.ts'
import type { KnownChannel } from '../../import/channels.ts'
import { documentsOf, type FiledDocument } from '../../import/documents.ts'
import type { OriginalPage, RefusedPage } from '../../import/page.ts'
import type { Addresses } from './addresses.ts'
import { uploadPictures, type Kept } from './assets.ts'
import { sha256 } from './open.ts'

const OURS = 'import-'

export interface Filed {
  address: string
  fresh: number
  changed: number
  same: number
  /** Documents that an editor has written since and that the page says otherwise now. */
  touched: string[]
  documents: FiledDocument[]
}

/** What is there already that a page is held against. */
export interface Archive {
  addresses: Addresses
  channels: readonly KnownChannel[]
}

type Stored = Record<string, unknown> & { _id: string; _rev: string }

/** A page whose address another article has is refused before anything of it is filed. */
export async function fileOriginal(
  door: Door,
  page: OriginalPage,
  kept: Kept,
  archive: Archive,
): Promise<Filed | RefusedPage> {
  const clash = clashOf(page, archive.addresses)
  if (clash !== undefined) return clash
  const { images, lost } = await uploadPictures(door, page, kept)
  const { provenance } = page
  const whole = { ...page, provenance: { ...provenance, normalisations: [...provenance.normalisations, ...lost] } }
  const documents = documentsOf(whole, sha256, { images, channels: archive.channels })
  const ids = documents.flatMap(({ _id }) => [_id, `drafts.${_id}`])
  const found = await door.client.getDocuments<Record<string, unknown>>(ids)
  const stored = new Map(found.flatMap((one) => (isStored(one) ? [[one._id, one] as const] : [])))
  const filed: Filed = { address: addressIn(documents), fresh: 0, changed: 0, same: 0, touched: [], documents }
  const transaction = door.client.transaction().transactionId(`${OURS}${randomUUID()}`)
  for (const document of documents) {
    const wanted = plain(document)
    const there = stored.get(document._id)
    if (there === undefined) {
      filed.fresh += 1
      transaction.createIfNotExists<Record<string, unknown>>(wanted)
    } else if (saysTheSame(there, wanted)) filed.same += 1
    else if (!there._rev.startsWith(OURS) || stored.has(`drafts.${document._id}`)) filed.touched.push(document._id)
    else {
      filed.changed += 1
      transaction.patch(document._id, { ifRevisionID: there._rev, set: withoutId(wanted), unset: gone(there, wanted) })
    }
  }
  if (filed.fresh + filed.changed > 0) await transaction.commit({ visibility: 'async' })
  return filed
}

function clashOf(page: OriginalPage, addresses: Addresses): RefusedPage | undefined {
  for (const document of documentsOf(page, sha256)) {
    if (document._type !== 'article') continue
    const { _id, address, title } = document
    const holder = addresses.take(address, { id: _id, title })
    if (holder !== undefined)
      return {
        file: page.file,
        refused: `expected a free address, found ${address} taken by 《${holder.title}》 (${holder.id}), as papers of one system number their pages alike; give one of them another address in the Studio and import again`,
      }
  }
  return undefined
}

const addressIn = (documents: readonly FiledDocument[]): string =>
  documents.flatMap((document) => (document._type === 'article' ? [document.address] : [])).join('')

function isStored(document: unknown): document is Stored {
  return typeof document === 'object' && document !== null && '_rev' in document && typeof document._rev === 'string'
}

/** As JSON writes it: a field that is undefined is one that is not there. */
function plain(document: FiledDocument): Record<string, unknown> & { _id: string; _type: string } {
  const { _id, _type } = document
  const copy: unknown = JSON.parse(JSON.stringify(document))
  return { ...(typeof copy === 'object' ? copy : {}), _id, _type }
}

/** The lake's own fields; and where the page was read from, which differs with every copy of it. */
const SYSTEM = new Set(['_id', '_type', '_rev', '_createdAt', '_updatedAt', '_system'])
const ownFields = (document: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(document).filter((name) => !SYSTEM.has(name))

/** Field by field, in whatever order; of a person or a paper an editor may know more than a page says. */
function saysTheSame(there: Stored, wanted: Readonly<Record<string, unknown>>): boolean {
  if (wanted['_type'] !== 'article') return ownFields(wanted).every((name) => sameJson(there[name], wanted[name]))
  return ownFields({ ...there, ...wanted }).every(
    (name) => name === 'provenance' || sameJson(there[name], wanted[name]),
  )
}

/** Whether two values are the same JSON, whatever the order of their fields. */
function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inside]) => [name, sorted(inside)]),
  )
}

const withoutId = (document: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(ownFields(document).map((name) => [name, document[name]]))
const gone = (there: Stored, wanted: Readonly<Record<string, unknown>>): string[] =>
  wanted['_type'] === 'article' ? ownFields(there).filter((name) => !(name in wanted)) : []
