/**
 * The promise that a strong reference leads somewhere, kept at the end of every transaction.
 *
 *   strongReferences({ source: { _ref: 's' }, see: { _ref: 'x', _weak: true } })  →  ['s']
 *   checkReferences(…)  →  409 when 's' is not there, or when something that is referenced was deleted
 */
import { type LakeError, mutationError } from '../error.ts'
import { isRecord } from '../json.ts'
import type { WriteTransaction } from '../store/write.ts'
import type { Working } from './working.ts'

/** References into other datasets are beyond our knowledge; weak ones, as drafts hold them, may lead nowhere. */
export function strongReferences(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) strongReferences(item, found)
  else if (isRecord(value)) {
    const { _ref: ref } = value
    if (typeof ref === 'string' && value['_weak'] !== true && value['_dataset'] === undefined) found.add(ref)
    for (const inner of Object.values(value)) strongReferences(inner, found)
  }
  return found
}

/** Run after the documents of the transaction have been put, so that the table of references already holds them. */
export function checkReferences(transaction: WriteTransaction, working: Working): void {
  for (const { id, index, document } of working.touched()) {
    if (document === undefined) {
      const sources = transaction.referencing(id)
      if (sources.length > 0) throw stillReferenced(id, sources, index)
      continue
    }
    for (const target of strongReferences(document)) {
      if (working.get(target) === undefined) throw leadsNowhere(id, target, index)
    }
  }
}

function stillReferenced(id: string, referencingIDs: readonly string[], index: number): LakeError {
  const description = `Document "${id}" cannot be deleted as there are references to it from "${referencingIDs[0] ?? ''}"`
  return mutationError(409, { type: 'documentHasExistingReferencesError', description, id, referencingIDs }, index)
}

function leadsNowhere(id: string, referenceID: string, index: number): LakeError {
  const description = `Document "${id}" references non-existent document "${referenceID}"`
  return mutationError(409, { type: 'documentReferenceDoesNotExistError', description, id, referenceID }, index)
}
