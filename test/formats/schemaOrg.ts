/**
 * The vocabulary of schema.org as `schema-dts` has it, as a check of JSON-LD that was printed: types that exist, properties that the
 * type has, values of a kind that the property takes.
 *
 *   checkLinked({ '@type': 'NewsArticle', headlin: 'x' })  →  ['NewsArticle has no headlin']
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isJson, type Json } from './json.ts'

const FILE = fileURLToPath(new URL('../../node_modules/schema-dts/dist/schema.d.ts', import.meta.url))
const TEXT = readFileSync(FILE, 'utf8')

interface Declared {
  above: string[]
  properties: Map<string, string>
}

/** Every `interface XBase extends YBase { "name"?: …; }`. */
const DECLARED = new Map<string, Declared>(
  [...TEXT.matchAll(/^(?:export )?interface (\w+)Base extends ([^{]+)\{\n([\s\S]*?)^\}/gmu)].map(
    ([, name = '', above = '', body = '']) => [
      name,
      {
        above: [...above.matchAll(/(\w+)Base/gu)].map(([, one = '']) => one),
        properties: new Map(
          [...body.matchAll(/^ {4}"(\w+)"\?: (.*);$/gmu)].map(([, property = '', type = '']) => [property, type]),
        ),
      },
    ],
  ),
)
/** A type without properties of its own is declared as a leaf of the one above it. */
const LEAVES = new Map(
  [...TEXT.matchAll(/interface (\w+)Leaf(?:<[^>]*>)? extends (?:Partial<IdReference>, )?(\w+)Base/gu)].map(
    ([, name = '', above = '']) => [name, above],
  ),
)

const lineOf = (type: string): string[] => {
  const own = DECLARED.get(type) ?? (LEAVES.has(type) ? { above: [LEAVES.get(type) ?? ''] } : undefined)
  return own === undefined ? [] : [type, ...own.above.filter((above) => above !== type).flatMap(lineOf)]
}

const typeOf = (type: string, property: string): string | undefined =>
  lineOf(type)
    .map((one) => DECLARED.get(one)?.properties.get(property))
    .find((one) => one !== undefined)

/** Data that a page holds in, what is wrong with it out. */
export function checkLinked(data: unknown): string[] {
  if (!isJson(data)) return [`expected an object, found ${String(data)}`]
  const context =
    '@context' in data && data['@context'] !== 'https://schema.org' ? ['the context is not schema.org'] : []
  return [...context, ...nodeWrongs(data)]
}

function nodeWrongs(node: Json, through?: string): string[] {
  const type = String(node['@type'])
  if (lineOf(type).length === 0) return [`schema.org has no type ${type}`]
  return Object.entries(node)
    .filter(([name, value]) => !name.startsWith('@') && value !== undefined)
    .flatMap(([name, value]) => {
      // What a Role stands between keeps the name of the property that leads to it.
      if (type === 'Role' && name === through)
        return [value]
          .flat()
          .filter(isJson)
          .flatMap((one) => nodeWrongs(one, name))
      const takes = typeOf(type, name)
      return takes === undefined
        ? [`${type} has no ${name}`]
        : [value].flat().flatMap((one) => valueWrongs(type, name, takes, one))
    })
}

function valueWrongs(type: string, name: string, takes: string, value: unknown): string[] {
  if (isJson(value)) {
    const inside = nodeWrongs(value, name)
    const fits = lineOf(String(value['@type'])).some((one) => new RegExp(`\\b${one}\\b`, 'u').test(takes))
    return fits || value['@type'] === 'Role'
      ? inside
      : [...inside, `${type}.${name} takes no ${String(value['@type'])}`]
  }
  if (typeof value === 'number') return /\b(?:Number|Integer)\b/u.test(takes) ? [] : [`${type}.${name} takes no number`]
  if (typeof value !== 'string') return [`${type}.${name} takes no ${typeof value}`]
  if (/\bText\b/u.test(takes)) return []
  if (/\bURL\b/u.test(takes) && isAddress(value)) return []
  // An address alone stands for the thing that it leads to: https://schema.org/docs/gs.html#schemaorg_expected
  if (/\bIdReference\b/u.test(takes) && isAddress(value)) return []
  if (/\bDate(?:Time)?\b/u.test(takes))
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u.test(value) ? [] : [`${type}.${name} takes no “${value}”`]
  return [`${type}.${name} takes no text`]
}

/** A whole address, or one from the site's root: a page's data is read from the page's own address on. */
const isAddress = (value: string): boolean =>
  /^(?:https?:\/)?\/[^\s/]/u.test(value) && URL.canParse(value, 'https://a.example')
