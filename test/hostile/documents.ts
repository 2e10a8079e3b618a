/**
 * One document of each type with a text in every field that takes one: made from the schema itself, so that a field added tomorrow is
 * under attack tomorrow.
 *
 *   documentsWith('<b>').articles[0].title  →  '<b>'
 *
 * Only what the rules of the paper fix stays harmless: ids, references, instants and addresses, which have tests of their own.
 */
import schema from '../../sanity/schema.json' with { type: 'json' }
import { answerTo } from '../../src/content/answers.ts'
import type { Documents } from '../../src/content/documents.ts'
import { ARTICLES, CHANNELS, PICTURES, PROFILES, SITE, SOURCES } from '../../src/content/queries.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const INSTANT = '2024-06-02T00:30:00Z'
const PICTURE = 'image-0123456789abcdef0123456789abcdef01234567-960x640-png'
/** Fields that hold no words of an editor's. */
const FIXED: Json = {
  _createdAt: INSTANT,
  _updatedAt: INSTANT,
  _rev: 'r',
  _key: 'k',
  publishedAt: INSTANT,
  date: INSTANT,
  capturedAt: INSTANT,
  address: '/2024/0602/a.html',
  formerAddresses: ['/2024/0602/b.html'],
  path: 'a',
}
const ABSENT = new Set(['embargo', 'withdrawn', 'media', 'hotspot', 'crop', 'parent'])

/** How a field is filled: by the path of its names, so that links and bodies can be told from plain words. */
export type Fill = (path: string) => string

/** A copy, because groq-js sorts the types that it evaluates where they lie. */
const copy: unknown = structuredClone(schema)
const types = new Map((Array.isArray(copy) ? copy : []).filter(isJson).map((type) => [String(type['name']), type]))

function documentOf(name: string, fill: Fill): Json {
  const type = types.get(name)
  if (type === undefined) throw new Error(`expected the type ${name} in sanity/schema.json, found none`)
  return { ...objectOf(type, name, fill), _id: name === 'site' ? 'site' : `${name}-a`, _type: name }
}

function objectOf(node: Json, path: string, fill: Fill): Json {
  const filled: Json = {}
  for (const [name, attribute] of Object.entries(isJson(node['attributes']) ? node['attributes'] : {})) {
    if (ABSENT.has(name) || !isJson(attribute)) continue
    const own = path === 'site' && name === 'address' ? undefined : FIXED[name]
    filled[name] = own ?? valueOf(isJson(attribute['value']) ? attribute['value'] : {}, `${path}.${name}`, fill)
  }
  return filled
}

function valueOf(node: Json, path: string, fill: Fill): unknown {
  const inside = Array.isArray(node['of']) ? node['of'].find(isJson) : node['of']
  switch (node['type']) {
    case 'string':
      return node['value'] ?? fill(path)
    case 'number':
      return 0
    case 'boolean':
      return true
    case 'array':
      return isJson(inside) ? [valueOf(inside, path, fill)] : []
    case 'union':
      return isJson(inside) ? valueOf(inside, path, fill) : undefined
    case 'inline':
      return valueOf(inlined(String(node['name'])), path, fill)
    case 'object':
      return typeof node['dereferencesTo'] === 'string' ? reference(node['dereferencesTo']) : wholeOf(node, path, fill)
    default:
      return undefined
  }
}

/** An object with what its `rest` adds: how the schema writes an entry of a list. */
function wholeOf(node: Json, path: string, fill: Fill): Json {
  const rest = isJson(node['rest']) ? valueOf(node['rest'], path, fill) : {}
  return { ...objectOf(node, path, fill), ...(isJson(rest) ? rest : {}) }
}

function inlined(name: string): Json {
  const value = types.get(name)?.['value']
  return isJson(value) ? value : {}
}

const reference = (to: string): Json => ({
  _type: 'reference',
  _ref: to === 'sanity.imageAsset' ? PICTURE : `${to}-a`,
})

/** Every document type once, an article that was withdrawn and a second of the person's name besides. */
export function documentsWith(fill: Fill): Documents {
  const article = documentOf('article', fill)
  const recommended = {
    _key: 'l',
    _type: 'recommended',
    title: fill('article.recommended.title'),
    url: fill('article.recommended.url'),
  }
  const links = Array.isArray(article['recommended']) ? article['recommended'] : []
  const withdrawn = { date: INSTANT, reason: fill('article.withdrawn.reason') }
  const profile = documentOf('profile', fill)
  const channel = documentOf('channel', fill)
  return {
    site: answerTo(SITE, documentOf('site', fill)) ?? undefined,
    channels: answerTo(CHANNELS, [channel, { ...channel, _id: 'channel-b', path: 'b', parent: reference('channel') }]),
    sources: answerTo(SOURCES, [documentOf('source', fill)]),
    profiles: answerTo(PROFILES, [profile, { ...profile, _id: 'profile-b' }]),
    pictures: answerTo(PICTURES, [
      { _id: PICTURE, path: 'a', sha1hash: 'a', size: 900_000, width: 960, height: 640, colour: '#d8e8d8' },
    ]),
    articles: answerTo(ARTICLES, [
      { ...article, recommended: [...links, recommended] },
      { ...article, _id: 'article-b', address: '/2024/0602/withdrawn.html', withdrawn },
      { ...article, _id: 'article-c', address: '/2024/0602/own.html', creditLines: undefined },
    ]),
  }
}
