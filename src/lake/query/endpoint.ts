/**
 * GET and POST /data/query/:dataset
 *
 *   GET …?query=*[_type==$t]&$t="article"&perspective=drafts
 *   →  {"query":"…","result":[…],"syncTags":["s1:all"],"ms":3}
 */
import { answerBytes } from '../answer.ts'
import { readJson } from '../body.ts'
import type { Call, LakeContext } from '../context.ts'
import { httpError } from '../error.ts'
import { type JsonObject, isRecord, isStringArray, jsonBytes, parseJson } from '../json.ts'
import { MUTATION_BYTES } from '../limit.ts'
import type { Store } from '../store/store.ts'
import type { Direct } from './direct.ts'
import { evaluate } from './evaluate.ts'
import { KeptAnswers } from './kept.ts'
import { type Perspective, parsePerspective } from './perspective.ts'
import { type Plan, Plans } from './plan.ts'
import { splice } from './splice.ts'
import { Views } from './view.ts'

interface Question {
  readonly query: string
  readonly params: JsonObject
  readonly perspective: readonly string[]
}

/** One lake has one set of plans and views; they are kept here, beside the only endpoint that uses them. */
export function queryEndpoint(): (context: LakeContext, call: Call) => Promise<Response> {
  const plans = new Plans({ keepsAnswers: true })
  const answers = new KeptAnswers()
  const views = new Views()
  const evaluated = ({ store, now, projectId, dataset }: LakeContext, plan: Plan, seen: Perspective): Buffer[] =>
    store.look((mirror) => {
      const view = views.of(mirror, seen, store)
      const settings = { now: now(), projectId, dataset }
      const kept = answers.of(plan, seen)
      kept?.bring(mirror, view, settings)
      return splice(evaluate(plan, view, settings, kept))
    })
  return async (context, call) => {
    const { query, params, perspective } = await readQuestion(call)
    const began = performance.now()
    const plan = plans.of(query, params)
    const seen = parsePerspective(perspective, call.apiVersion)
    const result =
      plan.direct !== undefined && seen === 'published'
        ? [jsonBytes(read(plan.direct, context.store))]
        : evaluated(context, plan, seen)
    const echo = call.url.searchParams.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
    const ms = Math.round(performance.now() - began)
    return answerBytes([Buffer.from(`{${echo}"result":`), ...result, Buffer.from(`,"syncTags":["s1:all"],"ms":${ms}}`)])
  }
}

function read(direct: Direct, store: Store): unknown {
  if ('heads' in direct) return store.heads(direct.heads)
  return Object.fromEntries(direct.counts.map(({ name, type, id }) => [name, store.count(type, id)]))
}

async function readQuestion({ request, url }: Call): Promise<Question> {
  const { searchParams } = url
  const body = request.method === 'POST' ? await readJson(request, MUTATION_BYTES) : {}
  if (!isRecord(body)) throw httpError(400, 'Expected a JSON object with "query" and "params" as the body')
  const query = body['query'] ?? searchParams.get('query')
  if (typeof query !== 'string' || query.trim() === '')
    throw httpError(400, 'Expected a GROQ query in "query", found none')
  const given = body['params'] ?? {}
  if (!isRecord(given)) throw httpError(400, 'Expected an object in "params"')
  return { query, params: { ...given, ...paramsOf(searchParams) }, perspective: perspectiveOf(body, searchParams) }
}

export function paramsOf(searchParams: URLSearchParams): JsonObject {
  const params: JsonObject = {}
  for (const [name, text] of searchParams) {
    if (!name.startsWith('$')) continue
    const value = parseJson(text)
    if (value === undefined) throw httpError(400, `Unable to parse value of "${name}" as JSON: ${text.slice(0, 80)}`)
    params[name.slice(1)] = value
  }
  return params
}

function perspectiveOf(body: JsonObject, searchParams: URLSearchParams): string[] {
  const stated = searchParams.getAll('perspective')
  if (stated.length > 0) return stated
  const inBody = body['perspective']
  if (isStringArray(inBody)) return inBody
  return typeof inBody === 'string' ? [inBody] : []
}
