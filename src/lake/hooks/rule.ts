/**
 * Whether a change concerns a hook, and what it is told.
 *
 *   const rule = compileRule(hook, { projectId, dataset, byId })
 *   await rule({ id: 'article-a', before, after })   →  { operation: 'update', body: '{"_id":"article-a","_rev":"r2"}' }, or undefined
 *
 * Filter and projection see the document as it is (as it was, when it was deleted), `before()`, `after()` and `delta::`, and follow
 * references; groq-js evaluates them. Drafts and versions are nobody's business unless a hook asks for them.
 */
import { type ExprNode, evaluate, parse } from 'groq-js'
import type { LakeDocument } from '../json.ts'
import type { Change } from '../store/commit.ts'
import type { Hook, Operation } from './hook.ts'

interface Told {
  readonly operation: Operation
  readonly body: string
}

interface RuleContext {
  readonly projectId: string
  readonly dataset: string
  readonly byId: (id: string) => LakeDocument | undefined
  readonly all: () => readonly LakeDocument[]
}

export type Rule = (change: Pick<Change, 'id' | 'before' | 'after'>) => Promise<Told | undefined>

/** Throws in one line when filter or projection is no GROQ. */
export function compileRule(hook: Hook, context: RuleContext): Rule {
  const filter = hook.filter === undefined ? undefined : compile(hook, 'filter', hook.filter)
  const projection = hook.projection === undefined ? undefined : compile(hook, 'projection', hook.projection)
  return async ({ id, before, after }) => {
    if (id.startsWith('drafts.') && !hook.includeDrafts) return undefined
    if (id.startsWith('versions.') && !hook.includeAllVersions) return undefined
    const operation = operationOf(before, after)
    const document = after ?? before
    if (document === undefined || !hook.on.includes(operation)) return undefined
    const run = (tree: ExprNode): Promise<unknown> => evaluateOn(tree, context, document, before, after)
    if (filter !== undefined && (await run(filter)) !== true) return undefined
    return { operation, body: JSON.stringify(projection === undefined ? document : await run(projection)) }
  }
}

const operationOf = (before: unknown, after: unknown): Operation => {
  if (before === undefined) return 'create'
  return after === undefined ? 'delete' : 'update'
}

function compile({ name }: Hook, part: string, text: string): ExprNode {
  try {
    return parse(text, { mode: 'delta' })
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    throw new Error(
      `Expected GROQ as the ${part} of the webhook “${name}”, found ${JSON.stringify(text)}: ${found}; correct it and start again.`,
      { cause: error },
    )
  }
}

async function evaluateOn(
  tree: ExprNode,
  { projectId, dataset, byId, all }: RuleContext,
  root: LakeDocument,
  before: LakeDocument | undefined,
  after: LakeDocument | undefined,
): Promise<unknown> {
  const value = await evaluate(tree, {
    root,
    before: before ?? null,
    after: after ?? null,
    dataset: usesEverything(tree) ? all() : [],
    dereference: ({ _ref }: { _ref: string }) => Promise.resolve(byId(_ref) ?? null),
    sanity: { projectId, dataset },
    identity: 'lake',
  })
  const found: unknown = await value.get()
  return found
}

const usesEverything = (tree: ExprNode): boolean => /"type":"Everything"/u.test(JSON.stringify(tree))
