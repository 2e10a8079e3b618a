/**
 * What a manifest says of each file, each document and each former address.
 *
 *   FILES      '/2024/0602/a1.html'  →  { sha256: '3f9a…', bytes: 5120, document: 'article-a' }
 *   DOCUMENTS  'article-a'           →  ['rev2', '2026-…Z']   revision and ISO instant of change
 *   REDIRECTS  '/2023/old.html'      →  '/2024/0602/a1.html'  in one hop
 */
import { partsOf } from './parts.ts'

export interface FileRecord {
  sha256: string
  bytes: number
  /** The document whose own page this is; lists have none. */
  document?: string | undefined
  /** Carried over from the release before, because its document is in quarantine. */
  stale?: boolean | undefined
}

export type Head = readonly [revision: string, updatedAt: string]

function isFile(file: unknown): file is FileRecord {
  if (typeof file !== 'object' || file === null || !('sha256' in file) || !('bytes' in file)) return false
  const isDocument = !('document' in file) || typeof file.document === 'string'
  const isStale = !('stale' in file) || typeof file.stale === 'boolean'
  return isDocument && isStale && typeof file.bytes === 'number' && isDigest(file.sha256)
}

const isDigest = (text: unknown): boolean => typeof text === 'string' && /^[0-9a-f]{64}$/u.test(text)

const isText = (value: unknown): value is string => typeof value === 'string'

const isHead = (head: unknown): head is Head => Array.isArray(head) && head.length === 2 && head.every(isText)

export const FILES = partsOf(isFile)
export const DOCUMENTS = partsOf(isHead)
export const REDIRECTS = partsOf(isText)
