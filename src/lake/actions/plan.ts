/**
 * What an action comes to, given what is there when its turn comes.
 *
 *   planAction({ kind: 'publish', draftId: 'drafts.a', publishedId: 'a' }, 0)(working)
 *   →  [{ kind: 'createOrReplace', document: { _id: 'a', … } }, { kind: 'delete', select: { id: 'drafts.a' } }]
 */
import { mutationError } from '../error.ts'
import type { JsonObject, LakeDocument } from '../json.ts'
import type { Operation } from '../mutate/read.ts'
import type { Step } from '../mutate/transact.ts'
import type { Working } from '../mutate/working.ts'
import type { Action } from './read.ts'
import { strengthen } from './strengthen.ts'

export function planAction(action: Action, index: number): Step {
  return (working) => {
    switch (action.kind) {
      case 'create': {
        const kind = action.mayExist ? 'createIfNotExists' : 'create'
        return [{ kind, document: copyAs(action.id, action.document) }]
      }
      case 'replace':
        return [{ kind: 'createOrReplace', document: copyAs(action.id, action.document) }]
      case 'edit':
        return edit(action, working, index)
      case 'publish':
        return publish(action, working, index)
      case 'unpublish':
        return unpublish(action, working, index)
      case 'discard':
        expectDocument(action.id, working, index)
        return [remove(action.id)]
      case 'delete':
        return deleteAll(action, working, index)
      default:
        return action satisfies never
    }
  }
}

type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>

/** The first edit after publishing makes the draft. */
function edit({ draftId, publishedId, patch }: Of<'edit'>, working: Working, index: number): Operation[] {
  const operation: Operation = { kind: 'patch', select: { id: draftId }, ifRevision: undefined, operations: patch }
  if (working.get(draftId) !== undefined) return [operation]
  const published = working.get(publishedId)
  if (published === undefined) throw notFound(draftId, index)
  return [{ kind: 'create', document: copyAs(draftId, published) }, operation]
}

function publish(action: Of<'publish'>, working: Working, index: number): Operation[] {
  const { draftId, publishedId, ifDraft, ifPublished } = action
  const draft = expectDocument(draftId, working, index)
  const published = working.get(publishedId)
  checkRevision(draftId, draft, ifDraft, index)
  checkRevision(publishedId, published, ifPublished, index)
  const document = { ...copyAs(publishedId, strengthen(draft)), _createdAt: (published ?? draft)['_createdAt'] }
  return [{ kind: 'createOrReplace', document }, remove(draftId)]
}

function unpublish({ draftId, publishedId }: Of<'unpublish'>, working: Working, index: number): Operation[] {
  const published = expectDocument(publishedId, working, index)
  return [{ kind: 'createIfNotExists', document: copyAs(draftId, published) }, remove(publishedId)]
}

/** A draft that its deleter did not name may hold a colleague's work. */
function deleteAll({ publishedId, drafts }: Of<'delete'>, working: Working, index: number): Operation[] {
  const draftId = `drafts.${publishedId}`
  const there = [publishedId, ...drafts].filter((id) => working.get(id) !== undefined)
  if (there.length === 0) throw notFound(publishedId, index)
  if (!drafts.includes(draftId) && working.get(draftId) !== undefined) {
    const description = `Document "${publishedId}" has the draft "${draftId}", which must be named in "includeDrafts"`
    throw mutationError(409, { type: 'mutationError', description, id: draftId }, index)
  }
  return there.map(remove)
}

/** Under another id; its revision and the time of its change are those of this transaction. */
function copyAs(id: string, document: JsonObject): JsonObject {
  const { _rev, _updatedAt, ...rest } = document
  return { ...rest, _id: id }
}

function remove(id: string): Operation {
  return { kind: 'delete', select: { id }, ifRevision: undefined }
}

function expectDocument(id: string, working: Working, index: number): LakeDocument {
  const document = working.get(id)
  if (document === undefined) throw notFound(id, index)
  return document
}

function checkRevision(id: string, found: LakeDocument | undefined, expected: string | undefined, index: number): void {
  const current = found?.['_rev']
  if (expected === undefined || expected === current) return
  const description = `Document "${id}" has unexpected revision ID ("${String(current)}"), expected "${expected}"`
  const type = 'documentRevisionIDDoesNotMatchError'
  throw mutationError(409, { type, description, id, currentRevisionID: current, expectedRevisionID: expected }, index)
}

function notFound(id: string, index: number): Error {
  const description = `The document with the ID "${id}" was not found`
  return mutationError(409, { type: 'documentNotFoundError', description, id }, index)
}
