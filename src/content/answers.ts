/**
 * Whether an answer of the lake is what its query must give: checked by the type that GROQ itself gives the query over our schema.
 *
 *   answerTo(SITE, { _id: 'site', … })  →  the same value, typed as SITE_RESULT
 *   answerTo(CHANNELS, undefined)       →  throws: expected an array …, found nothing … (a cut or foreign body, says @sanity/client)
 *
 * The compiler's type (TypeGen) and this run-time type come from the same schema by the same algorithm (groq-js `typeEvaluate`), so no
 * shape is written twice. More attributes than the schema names are let through: a newer Studio may write them.
 */
import { parse, typeEvaluate, type TypeNode } from 'groq-js'
import schema from '../../sanity/schema.json' with { type: 'json' }
import { compileType, describe, isSchema, type Problem } from './types.ts'

/** The lake answered, but not with what was asked for; nothing may be built from it. */
export class AnswerError extends Error {
  override name = 'AnswerError'
}

type Check = (value: unknown) => Problem | undefined

const checks = new Map<string, Check>()

function checkFor(query: string): Check {
  const known = checks.get(query)
  if (known !== undefined) return known
  if (!isSchema(schema))
    throw new Error('expected sanity/schema.json as `sanity schema extract` writes it; run npm run schema')
  const type: TypeNode = typeEvaluate(parse(query, { params: { after: '', most: 1 } }), schema)
  const check = compileType(type, schema)
  checks.set(query, check)
  return check
}

/** Whether a value has the query's type; the type predicate is what the site's types rest on. */
function isAnswer<Q extends keyof SanityQueries>(query: Q, value: unknown): value is SanityQueries[Q] {
  return checkFor(query)(value) === undefined
}

/** A query and what came back in; the typed answer out. Throws AnswerError naming document, field and what was expected. */
export function answerTo<Q extends keyof SanityQueries>(query: Q, value: unknown): SanityQueries[Q] {
  if (isAnswer(query, value)) return value
  const problem = checkFor(query)(value)
  const place = problem === undefined ? '' : locate(value, problem.path)
  throw new AnswerError(
    `expected ${problem?.expected ?? 'an answer'}, found ${describe(problem === undefined ? value : problem.found)} ${place}in the answer to ${shorten(query)}; ` +
      (value === undefined
        ? 'the body was cut or is not the lake’s: check the address and try again'
        : 'mend the document in the Studio and build again'),
  )
}

/** `locate([{ _id: 'a' }], '[0].title')` → `at title of document a `. */
function locate(value: unknown, path: string): string {
  const index = /^\[(\d+)\]\.?/u.exec(path)
  const entry: unknown = index !== null && Array.isArray(value) ? value[Number(index[1])] : value
  const id = typeof entry === 'object' && entry !== null && '_id' in entry ? String(entry._id) : undefined
  const field = index === null ? path : path.slice(index[0].length)
  return `${field === '' ? '' : `at ${field} `}${id === undefined ? '' : `of document ${id} `}`
}

/** One document that is not what the schema says, and where. */
export interface Misfit {
  document: string
  revision: string
  field: string
  message: string
}

/** Beyond this it is no document that is wrong but the answer. */
const MOST_MISFITS = 100

/**
 * A list's query and answer in; the entries that fit out, the others told one by one. An answer that is no list, or whose entries are not
 * documents of the type asked for, throws as above.
 */
export function answersTo<Q extends keyof SanityQueries>(
  query: Q,
  value: unknown,
  misfit: (found: Misfit) => void,
): SanityQueries[Q] {
  let rest = value
  for (let misfits = 0; misfits < MOST_MISFITS && Array.isArray(rest); misfits += 1) {
    const problem = checkFor(query)(rest)
    const [, index = '', field = ''] = /^\[(\d+)\]\.(.+)$/u.exec(problem?.path ?? '') ?? []
    const entry: unknown = rest[Number(index)]
    if (problem === undefined || index === '' || /^_(?:id|type|rev)$/u.test(field) || !isDocument(entry)) break
    misfit({
      document: entry._id,
      revision: entry._rev,
      field,
      message: `expected ${problem.expected}, found ${describe(problem.found)} at ${field} of document ${entry._id} in the answer to ${shorten(query)}`,
    })
    rest = rest.toSpliced(Number(index), 1)
  }
  return answerTo(query, rest)
}

const isDocument = (value: unknown): value is { _id: string; _rev: string } =>
  typeof value === 'object' &&
  value !== null &&
  '_id' in value &&
  typeof value._id === 'string' &&
  '_rev' in value &&
  typeof value._rev === 'string'

const shorten = (query: string): string => (query.length > 80 ? `${query.slice(0, 77)}…` : query)
