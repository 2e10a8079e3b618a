/**
 * Which actions a document has, in the order of the menu.
 *
 *   article  →  发布 · 更正 · 核对无误 · 撤稿 or 恢复 · 复制 · 取消发布 · 删除 …
 *   site     →  发布 · 放弃修改 · 还原   (there is one; it is neither copied nor deleted)
 */
import type { DocumentActionComponent, DocumentActionsContext } from 'sanity'
import { CheckedAction } from './checked.tsx'
import { CorrectAction } from './correct.tsx'
import { publishWithReason } from './publish.ts'
import { RestoreAction, WithdrawAction } from './withdraw.tsx'

const ONLY_ONE = new Set(['publish', 'discardChanges', 'restore'])

/** The Studio asks again at every drawing; the same wrapped action must come back, or React would lose its place. */
const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

export function actionsFor(
  previous: DocumentActionComponent[],
  { schemaType }: Pick<DocumentActionsContext, 'schemaType'>,
): DocumentActionComponent[] {
  const own = previous.map((action) => (action.action === 'publish' ? wrap(action) : action))
  if (schemaType === 'site') return own.filter(({ action }) => action !== undefined && ONLY_ONE.has(action))
  if (schemaType !== 'article') return own
  const [first, ...rest] = own
  return [...(first === undefined ? [] : [first]), CorrectAction, CheckedAction, WithdrawAction, RestoreAction, ...rest]
}

function wrap(action: DocumentActionComponent): DocumentActionComponent {
  const known = wrapped.get(action) ?? publishWithReason(action)
  wrapped.set(action, known)
  return known
}
