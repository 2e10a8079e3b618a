/**
 * Applies a patch with @sanity/mutator, the code that the Studio applies its own edits with, so that both agree.
 *
 *   applyPatch({ _id: 'a', n: 1 }, { inc: { n: 2 } })  →  { _id: 'a', n: 3 }     the first is not changed
 *   applyPatch({ _id: 'a' }, { inc: { n: 2 } })        →  throws PatchFailed
 */
import { Mutation, extract } from '@sanity/mutator'
import type { LakeDocument } from '../json.ts'
import type { PatchOperations } from './read-patch.ts'
import { expandSplice } from './splice-range.ts'

/** A patch that can't be applied to this document; becomes a `mutationError`. */
export class PatchFailed extends Error {}

const IMMUTABLE = ['_id', '_type']

export function applyPatch(document: LakeDocument, operations: PatchOperations): LakeDocument {
  // In the mutator's own order, in two steps: what is counted up or down may have been set by this very patch.
  const { inc, dec, insert, ...first } = operations
  const prepared = run(document, first)
  checkNumbers(prepared, 'increment', inc)
  checkNumbers(prepared, 'decrement', dec)
  const second = { ...(inc && { inc }), ...(dec && { dec }), ...(insert && { insert }) }
  const patched = run(
    prepared,
    mutator(() => expandSplice(prepared, second)),
  )
  for (const name of IMMUTABLE) {
    if (patched[name] === document[name]) continue
    throw new PatchFailed(`document "${document._id}": immutable attribute "${name}" may not be modified`)
  }
  return patched
}

function run(document: LakeDocument, operations: PatchOperations): LakeDocument {
  const patch = { ...operations, id: document._id }
  // A shallow copy: the mutator copies what it changes, but not the document itself in every case.
  return mutator(() => new Mutation({ mutations: [{ patch }] }).apply({ ...document }) ?? document)
}

/** Sanity refuses to count from nothing or from a word; the mutator alone would say nothing and do nothing. */
function checkNumbers(document: LakeDocument, name: string, paths: Record<string, number> = {}): void {
  for (const path of Object.keys(paths)) {
    const values = mutator(() => extract(path, document))
    if (values.length > 0 && values.every((value) => typeof value === 'number')) continue
    throw new PatchFailed(`Cannot ${name} "${path}" in document "${document._id}" because it is not a number`)
  }
}

/** The mutator throws whatever comes to hand at a path it can't read; to the caller that is one thing. */
function mutator<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new PatchFailed(error instanceof Error ? error.message : String(error))
  }
}
