/**
 * Reads the body of a mutation request into operations that have been looked at.
 *
 *   { mutations: [{ delete: { id: 'a' } }] }  →  [{ kind: 'delete', select: { id: 'a' } }]
 *   { mutations: [{ create: { _id: '#' } }] } →  400 'Malformed document ID: "#"'
 */
import { LakeError, type MutationErrorItem, httpError, mutationErrors } from '../error.ts'
import { type JsonObject, isRecord } from '../json.ts'
import { isPrefix, isValidId } from './id.ts'
import { InvalidOperation } from './invalid.ts'
import { type PatchOperations, readPatch } from './read-patch.ts'

export type Selection = { readonly id: string } | { readonly query: string; readonly params: JsonObject }

export type Operation =
  | { readonly kind: 'create' | 'createIfNotExists' | 'createOrReplace'; readonly document: JsonObject }
  | { readonly kind: 'delete'; readonly select: Selection; readonly ifRevision: string | undefined }
  | {
      readonly kind: 'patch'
      readonly select: Selection
      readonly ifRevision: string | undefined
      readonly operations: PatchOperations
    }

export function readOperations(body: unknown): Operation[] {
  const mutations = isRecord(body) ? body['mutations'] : undefined
  if (!Array.isArray(mutations)) throw httpError(400, 'Expected a JSON object with a list "mutations" as the body')
  const items: { error: MutationErrorItem; index: number }[] = []
  const operations = mutations.flatMap((mutation, index) => {
    try {
      return [readOperation(mutation)]
    } catch (error) {
      if (!(error instanceof InvalidOperation)) throw error
      items.push({ error: { type: 'validationError', description: error.message }, index })
      return []
    }
  })
  if (items.length > 0) throw invalid(items)
  return operations
}

function invalid(items: readonly { error: MutationErrorItem; index: number }[]): LakeError {
  return mutationErrors(400, `Mutation(s) failed with ${items.length} error(s)`, items)
}

function readOperation(mutation: unknown): Operation {
  const [entry, ...others] = isRecord(mutation) ? Object.entries(mutation) : []
  if (entry === undefined || others.length > 0) throw new InvalidOperation('A mutation must hold exactly one operation')
  const [kind, value] = entry
  if (!isRecord(value)) throw new InvalidOperation(`The operation "${kind}" must hold an object`)
  switch (kind) {
    case 'create':
    case 'createIfNotExists':
    case 'createOrReplace':
      return { kind, document: readDocument(kind, value) }
    case 'delete':
      return { kind, select: readSelection(value), ifRevision: readRevision(value) }
    case 'patch':
      return { kind, select: readSelection(value), ifRevision: readRevision(value), operations: readPatch(value) }
    default:
      throw new InvalidOperation(`Unknown operation "${kind}"`)
  }
}

function readDocument(kind: string, document: JsonObject): JsonObject {
  const { _id: id, _type: type } = document
  const mayLackId = kind === 'create'
  if (id === undefined && !mayLackId) throw new InvalidOperation(`The document for "${kind}" must have an _id`)
  if (id !== undefined && !(typeof id === 'string' && (isPrefix(id) || isValidId(id)))) throw malformedId(id)
  if (typeof type !== 'string' || type === '') throw new InvalidOperation('A document must have a _type')
  return document
}

function readSelection(value: JsonObject): Selection {
  const { id, query, params } = value
  if (query !== undefined) {
    if (typeof query !== 'string') throw new InvalidOperation('"query" must be a GROQ string')
    if (params !== undefined && !isRecord(params)) throw new InvalidOperation('"params" must be an object')
    return { query, params: params ?? {} }
  }
  if (typeof id !== 'string' || !isValidId(id)) throw malformedId(id)
  return { id }
}

function readRevision(value: JsonObject): string | undefined {
  const revision = value['ifRevisionID'] ?? value['ifRevisionId']
  if (revision === undefined || revision === null) return undefined
  if (typeof revision !== 'string') throw new InvalidOperation('"ifRevisionID" must be a string')
  return revision
}

function malformedId(id: unknown): InvalidOperation {
  return new InvalidOperation(`Malformed document ID: ${JSON.stringify(id) ?? 'none given'}`)
}
