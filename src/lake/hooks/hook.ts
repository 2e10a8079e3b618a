/**
 * What a webhook is, in the words of Sanity's own API for them (https://www.sanity.io/docs/http-reference/webhooks).
 *
 *   readHooks('[{"name":"publish","url":"https://example.org/hooks/publish","rule":{"on":["create"],"filter":"_type == \"article\""}}]', 'hooks.json')
 *     →  [{ name: 'publish', url: '…', on: ['create'], filter: '_type == "article"', projection: undefined, includeDrafts: false, … }]
 */
import { isRecord, isStringArray, parseJson } from '../json.ts'

export type Operation = 'create' | 'update' | 'delete'

export interface Hook {
  /** Names its place in the outbox too: rename a hook and it begins anew with the next change. */
  readonly name: string
  readonly url: string
  readonly secret: string | undefined
  readonly on: readonly Operation[]
  /** GROQ over the one document that changed, with `before()`, `after()` and `delta::`; undefined: every document. */
  readonly filter: string | undefined
  /** GROQ that makes the body; undefined: the whole document. */
  readonly projection: string | undefined
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly includeDrafts: boolean
  readonly includeAllVersions: boolean
}

const OPERATIONS: readonly Operation[] = ['create', 'update', 'delete']
const isOperation = (value: string): value is Operation => OPERATIONS.some((one) => one === value)

/** A file's text and its name for messages in; the hooks that are not switched off out. Throws in one line what is wrong with which. */
export function readHooks(text: string, file: string): Hook[] {
  const list = parseJson(text)
  if (!Array.isArray(list))
    throw new Error(`Expected a JSON list of webhooks in ${file}, found something else; see docs/publishing.md.`)
  return list.flatMap((one: unknown, index) => {
    if (!isRecord(one)) throw wrong(file, index, 'an object', one)
    return one['isDisabledByUser'] === true ? [] : [readHook(one, file, index)]
  })
}

function readHook(given: Record<string, unknown>, file: string, index: number): Hook {
  const text = (name: string): string | undefined => {
    const value = given[name]
    if (value === undefined || value === null || typeof value === 'string') return value ?? undefined
    throw wrong(file, index, `text as ${name}`, value)
  }
  const rule = isRecord(given['rule']) ? given['rule'] : {}
  const url = text('url')
  if (url === undefined || !/^https?:\/\//u.test(url) || !URL.canParse(url))
    throw wrong(file, index, 'an http address as url', url)
  const on = isStringArray(rule['on']) ? rule['on'] : ['create', 'update', 'delete']
  if (!on.every(isOperation)) throw wrong(file, index, 'create, update or delete in rule.on', on)
  const headers = isRecord(given['headers']) ? given['headers'] : {}
  return {
    name: text('name') ?? url,
    url,
    secret: text('secret'),
    on,
    filter: ruleText(rule, 'filter'),
    projection: ruleText(rule, 'projection'),
    method: text('httpMethod') ?? 'POST',
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    includeDrafts: given['includeDrafts'] === true,
    includeAllVersions: given['includeAllVersions'] === true,
  }
}

function ruleText(rule: Record<string, unknown>, name: string): string | undefined {
  const value = rule[name]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

const wrong = (file: string, index: number, expected: string, found: unknown): Error =>
  new Error(
    `Expected ${expected} of webhook ${index + 1} in ${file}, found ${JSON.stringify(found) ?? 'nothing'}; correct it and start again.`,
  )
