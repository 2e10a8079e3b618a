/**
 * Applies one operation to the working documents and says what it did.
 *
 *   apply({ kind: 'create', document: { _type: 'article' } }, 0, scene)
 *   →  [{ id: 'M5yx…', operation: 'create', document: { _id: 'M5yx…', _rev: 'trx', … } }]
 */
import { type LakeError, mutationError } from '../error.ts'
import { type JsonObject, type LakeDocument, isRecord } from '../json.ts'
import { completeId } from './id.ts'
import { addKeys } from './keys.ts'
import { PatchFailed, applyPatch } from './patch.ts'
import type { PatchOperations } from './read-patch.ts'
import type { Operation, Selection } from './read.ts'
import { hasRange } from './splice-range.ts'
import type { Working } from './working.ts'

export interface Result {
  readonly id: string
  readonly operation: 'create' | 'update' | 'delete' | 'none'
  readonly document?: LakeDocument
}

/** What an operation is applied to, and under which name and time. */
export interface Scene {
  readonly working: Working
  readonly transactionId: string
  readonly now: string
  readonly autoGenerateArrayKeys: boolean
  readonly select: (query: string, params: JsonObject) => LakeDocument[]
}

export function apply(operation: Operation, index: number, scene: Scene): Result[] {
  switch (operation.kind) {
    case 'create':
    case 'createIfNotExists':
    case 'createOrReplace':
      return [create(operation.kind, operation.document, index, scene)]
    case 'delete':
      return remove(operation.select, operation.ifRevision, index, scene)
    case 'patch':
      return selected(operation.select, scene).map((id) => patch(id, operation, index, scene))
    default:
      return operation satisfies never
  }
}

function create(kind: string, given: JsonObject, index: number, { working, ...scene }: Scene): Result {
  const id = completeId(given['_id'])
  const existing = working.get(id)
  if (existing !== undefined && kind === 'createIfNotExists') return { id, operation: 'none', document: existing }
  if (existing !== undefined && kind === 'create') {
    const description = `Document by ID "${id}" already exists`
    throw mutationError(409, { type: 'documentAlreadyExistsError', description, id }, index)
  }
  // A given date is kept, so that importing what was exported changes nothing but the revision.
  const createdAt = timestamp(given['_createdAt']) ?? scene.now
  const updatedAt = timestamp(given['_updatedAt']) ?? scene.now
  const document = stamp({ ...given, _id: id, _type: String(given['_type']) }, { ...scene, createdAt, updatedAt })
  working.set(id, document, index, { [kind]: document })
  return { id, operation: existing === undefined ? 'create' : 'update', document }
}

/** Deleting what is not there is no error and no result: it is as it should be. */
function remove(select: Selection, ifRevision: string | undefined, index: number, scene: Scene): Result[] {
  return selected(select, scene)
    .filter((id) => scene.working.get(id) !== undefined)
    .map((id) => {
      checkRevision(id, ifRevision, index, scene.working)
      scene.working.set(id, undefined, index, { delete: { id } })
      return { id, operation: 'delete' }
    })
}

function patch(
  id: string,
  { ifRevision, operations }: Extract<Operation, { kind: 'patch' }>,
  index: number,
  scene: Scene,
): Result {
  const existing = scene.working.get(id)
  if (existing === undefined) {
    const description = `The document with the ID "${id}" was not found`
    throw mutationError(409, { type: 'documentNotFoundError', description, id }, index)
  }
  checkRevision(id, ifRevision, index, scene.working)
  try {
    const patched = applyPatch(existing, operations)
    const createdAt = timestamp(patched['_createdAt']) ?? scene.now
    const document = stamp(patched, { ...scene, createdAt, updatedAt: scene.now })
    scene.working.set(id, document, index, told(id, operations, document, scene))
    return { id, operation: 'update', document }
  } catch (error) {
    if (!(error instanceof PatchFailed)) throw error
    throw mutationError(409, { type: 'mutationError', description: error.message, id }, index)
  }
}

/** Where @sanity/mutator alone would come to another result, listeners are told the result. */
function told(id: string, operations: PatchOperations, document: LakeDocument, scene: Scene): JsonObject {
  const asIs = !scene.autoGenerateArrayKeys && !hasRange(operations)
  return asIs ? { patch: { ...operations, id } } : { createOrReplace: document }
}

function selected(select: Selection, scene: Scene): string[] {
  return 'id' in select ? [select.id] : scene.select(select.query, select.params).map(({ _id }) => _id)
}

function checkRevision(id: string, expected: string | undefined, index: number, working: Working): void {
  const current = working.revisionBefore(id)
  if (expected === undefined || expected === current) return
  throw revisionConflict(id, String(current), expected, index)
}

function revisionConflict(id: string, currentRevisionID: string, expectedRevisionID: string, index: number): LakeError {
  const description = `Document "${id}" has unexpected revision ID ("${currentRevisionID}"), expected "${expectedRevisionID}"`
  const type = 'documentRevisionIDDoesNotMatchError'
  return mutationError(409, { type, description, id, currentRevisionID, expectedRevisionID }, index)
}

/** The bookkeeping first, in one order, so that equal documents have equal bytes up to their revision. */
function stamp(
  document: LakeDocument,
  {
    transactionId,
    createdAt,
    updatedAt,
    autoGenerateArrayKeys,
  }: { transactionId: string; createdAt: string; updatedAt: string; autoGenerateArrayKeys: boolean },
): LakeDocument {
  const { _id, _type, _rev, _createdAt, _updatedAt, ...attributes } = document
  const keyed = autoGenerateArrayKeys && isRecord(attributes) ? addKeys(attributes) : attributes
  return { _id, _type, _rev: transactionId, _createdAt: createdAt, _updatedAt: updatedAt, ...keyed }
}

function timestamp(value: unknown): string | undefined {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined
}
