/**
 * Reads the body of an action request into actions that have been looked at.
 *
 *   { actions: [{ actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'a' }] }
 *   →  [{ kind: 'publish', draftId: 'drafts.a', publishedId: 'a', … }]
 */
import { httpError } from '../error.ts'
import { type JsonObject, isRecord, isStringArray } from '../json.ts'
import { isValidId } from '../mutate/id.ts'
import { InvalidOperation } from '../mutate/invalid.ts'
import { type PatchOperations, readPatch } from '../mutate/read-patch.ts'

interface Pair {
  readonly draftId: string
  readonly publishedId: string
}

export type Action =
  | { readonly kind: 'create'; readonly document: JsonObject; readonly id: string; readonly mayExist: boolean }
  | ({ readonly kind: 'edit'; readonly patch: PatchOperations } & Pair)
  | ({
      readonly kind: 'publish'
      readonly ifDraft: string | undefined
      readonly ifPublished: string | undefined
    } & Pair)
  | ({ readonly kind: 'unpublish' } & Pair)
  | { readonly kind: 'discard'; readonly id: string }
  | { readonly kind: 'delete'; readonly publishedId: string; readonly drafts: readonly string[] }
  | { readonly kind: 'replace'; readonly document: JsonObject; readonly id: string }

/** As hosted; the Studio sends up to 40 at a time. */
const MOST = 100
const PREFIX = 'sanity.action.document.'
const OF_RELEASES = /^sanity\.action\.(?:release|document\.(?:version|variant|schedule|unschedule))\b/u

export function readActions(body: unknown): Action[] {
  const given = isRecord(body) ? body['actions'] : undefined
  const list = Array.isArray(given) ? given : isRecord(given) ? [given] : undefined
  if (list === undefined) throw httpError(400, 'Expected a JSON object with a list "actions" as the body')
  if (list.length === 0 || list.length > MOST)
    throw httpError(400, `Expected 1 to ${MOST} actions in a request, found ${list.length}`)
  return list.map((item, index) => {
    try {
      return readAction(isRecord(item) ? item : {})
    } catch (error) {
      if (!(error instanceof InvalidOperation)) throw error
      throw httpError(400, `Invalid action at index ${index}: ${error.message}`)
    }
  })
}

function readAction(action: JsonObject): Action {
  const type = String(action['actionType'])
  switch (type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '') {
    case 'create': {
      const ifExists = action['ifExists'] ?? 'fail'
      return { kind: 'create', ...readDraft(action), mayExist: ifExists === 'ignore' }
    }
    case 'replaceDraft':
      return { kind: 'replace', ...readDraft(action) }
    case 'edit':
      return { kind: 'edit', ...readPair(action), patch: readPatch(readObject(action, 'patch')) }
    case 'publish': {
      const [ifDraft, ifPublished] = [revision(action, 'ifDraftRevisionId'), revision(action, 'ifPublishedRevisionId')]
      return { kind: 'publish', ...readPair(action), ifDraft, ifPublished }
    }
    case 'unpublish':
      return { kind: 'unpublish', ...readPair(action) }
    case 'discard':
      return { kind: 'discard', id: readId(action, 'draftId') }
    case 'version.discard':
      return { kind: 'discard', id: readId(action, 'versionId') }
    case 'delete': {
      const drafts = action['includeDrafts'] ?? []
      if (!isStringArray(drafts)) throw new InvalidOperation('"includeDrafts" must be a list of document IDs')
      return { kind: 'delete', publishedId: readId(action, 'publishedId'), drafts }
    }
    default:
      throw new InvalidOperation(
        OF_RELEASES.test(type)
          ? `"${type}" belongs to releases, which the embedded lake does not have: it knows drafts and what is published`
          : `Unknown or unsupported action type "${type}"`,
      )
  }
}

function readDraft(action: JsonObject): { document: JsonObject; id: string } {
  const document = readObject(action, 'attributes')
  if (typeof document['_type'] !== 'string' || document['_type'] === '')
    throw new InvalidOperation('"attributes" must have a _type')
  const id = document['_id'] === undefined ? `drafts.${readId(action, 'publishedId')}` : readId(document, '_id')
  return { document, id }
}

function readPair(action: JsonObject): Pair {
  return { draftId: readId(action, 'draftId'), publishedId: readId(action, 'publishedId') }
}

function readObject(action: JsonObject, name: string): JsonObject {
  const value = action[name]
  if (!isRecord(value)) throw new InvalidOperation(`"${name}" must be an object`)
  return value
}

function readId(action: JsonObject, name: string): string {
  const id = action[name]
  if (typeof id === 'string' && isValidId(id)) return id
  throw new InvalidOperation(`"${name}" must be a document ID, found ${JSON.stringify(id) ?? 'none'}`)
}

function revision(action: JsonObject, name: string): string | undefined {
  const value = action[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new InvalidOperation(`"${name}" must be a string`)
  return value
}
