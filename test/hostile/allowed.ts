/**
 * What may stand on a page of ours, whatever the documents say.
 *
 *   offences('<p onclick=x>')  →  ['<p onclick>', …]
 *   offences(page, ON_SEARCH)  →  likewise of the search page, which alone has a form and a script of ours
 *
 * An allow-list of elements, attributes and kinds of address; anything else is an offence. The page is parsed as a browser parses it,
 * printed from the tree and parsed once more, because some payloads only come alive the second time.
 */
import { parse, serialize } from 'parse5'
import { SHEETS as OURS } from '../../src/site/styles/sheet.ts'
import { attribute, below, innerText, type Element, type Node } from '../site/dom.ts'

const NONE: readonly string[] = []
const CLASSED = ['class']
type Allowed = Record<string, readonly string[]>

const ELEMENTS: Allowed = {
  html: ['lang'],
  head: NONE,
  meta: ['charset', 'name', 'content', 'property', 'http-equiv'],
  title: NONE,
  link: ['rel', 'href', 'type'],
  style: NONE,
  script: ['type'],
  body: NONE,
  header: NONE,
  label: NONE,
  input: ['type', 'name', 'id', 'checked'],
  main: ['class', 'id'],
  footer: NONE,
  nav: ['class', 'aria-label'],
  article: NONE,
  section: CLASSED,
  aside: ['aria-label'],
  hgroup: NONE,
  div: ['class', 'role', 'aria-label'],
  h1: CLASSED,
  h2: NONE,
  h3: CLASSED,
  p: CLASSED,
  a: ['class', 'href', 'title', 'aria-current'],
  span: CLASSED,
  small: NONE,
  b: NONE,
  strong: NONE,
  em: NONE,
  s: NONE,
  br: NONE,
  bdi: ['lang', 'dir'],
  time: NONE,
  ul: CLASSED,
  ol: ['start'],
  dl: NONE,
  dt: NONE,
  dd: NONE,
  li: NONE,
  blockquote: NONE,
  pre: NONE,
  table: CLASSED,
  caption: CLASSED,
  thead: NONE,
  tbody: NONE,
  tr: NONE,
  th: ['class', 'scope'],
  td: ['class'],
  figure: NONE,
  figcaption: NONE,
  picture: NONE,
  source: ['type', 'srcset', 'sizes'],
  img: ['class', 'src', 'width', 'height', 'alt', 'loading', 'decoding', 'fetchpriority', 'data-c'],
}

/** A form that leads to the page itself, and one script from a file of ours, held by a policy of the page's own. */
export const ON_SEARCH: Allowed = {
  ...ELEMENTS,
  script: ['type', 'src'],
  form: ['class', 'role', 'action', 'method', 'data-map'],
  label: CLASSED,
  input: ['type', 'name', 'id', 'checked', 'autocomplete', 'autocapitalize', 'spellcheck', 'enterkeyhint', 'maxlength'],
  button: ['type'],
  details: NONE,
  summary: NONE,
  select: ['name'],
  option: ['value'],
  noscript: NONE,
  p: ['class', 'id', 'role'],
  div: ['class', 'role', 'aria-label', 'id'],
}

const POLICY =
  /^default-src 'none';script-src 'self';connect-src 'self';style-src 'sha256-[\w+/=]+';img-src 'self' data:;form-action 'self';base-uri 'none'$/u

/** Half of a page is its sheet, whose every letter a parser would look at: ours has a short name, and nothing else has it. */
const SHEETS = new Map(
  [...OURS].map((sheet, at) => [`<style>${sheet}</style>`, `our sheet ${at} ${crypto.randomUUID()}`]),
)
const NAMES = new Set(SHEETS.values())
const named = (page: string): string =>
  page.replace(/<style>[^<]*<\/style>/u, (sheet) => {
    const name = SHEETS.get(sheet)
    return name === undefined ? sheet : `<style>${name}</style>`
  })

/** A page in, everything on it that may not be there out. */
export function offences(page: string, allowed = ELEMENTS): string[] {
  const tree = parse(named(page))
  const again = serialize(tree)
  const first = offencesIn(page, tree, allowed)
  return [...new Set([...first, ...offencesIn(again, parse(again), allowed)])]
}

function offencesIn(page: string, tree: Node, allowed: Allowed): string[] {
  const comments = /^<!doctype html>\n?<html/iu.test(page) ? [] : ['something before <html>']
  return [...comments, ...below(tree).flatMap((one) => offencesOf(one, allowed))]
}

function offencesOf(element: Element, list: Allowed): string[] {
  const { tagName, namespaceURI, attrs, childNodes } = element
  const allowed = list[tagName]
  if (allowed === undefined || namespaceURI !== 'http://www.w3.org/1999/xhtml') return [`<${tagName}>`]
  const comment = childNodes.some(({ nodeName }) => nodeName === '#comment') ? [`a comment in <${tagName}>`] : []
  return [
    ...comment,
    ...contentOffences(element, list),
    ...attrs.flatMap(({ name, value }) => {
      if (!allowed.includes(name)) return [`<${tagName} ${name}>`]
      return mayHold(element, name, value) ? [] : [`<${tagName} ${name}="${value}">`]
    }),
  ]
}

function contentOffences(element: Element, list: Allowed): string[] {
  if (element.tagName === 'style' && !NAMES.has(innerText(element))) return ['a style sheet that is not ours']
  if (element.tagName !== 'script') return []
  const file = list === ON_SEARCH ? attribute(element, 'src') : undefined
  if (file !== undefined) return innerText(element) === '' ? [] : ['a script with words of its own']
  if (attribute(element, 'type') !== 'application/ld+json') return ['<script>']
  try {
    const data: unknown = JSON.parse(innerText(element))
    return typeof data === 'object' ? [] : ['a data block without data']
  } catch {
    return [`a data block that is no JSON: ${innerText(element).slice(0, 60)}`]
  }
}

/** Whether an attribute may have that value: addresses lead over the web or into our own site, nowhere else. */
function mayHold({ tagName, attrs }: Element, name: string, value: string): boolean {
  if (tagName === 'script' && name === 'src') return /^\/search\/find-[0-9a-f]+\.js$/u.test(value)
  if (name === 'action') return value === '/search/'
  if (name === 'src') return /^\/pictures\/[\w.-]+$/u.test(value)
  if (name === 'srcset') return /^\/pictures\/[\w.-]+(?: \d+w,\/pictures\/[\w.-]+ \d+w)?$/u.test(value)
  if (name === 'data-c') return /^#[\da-f]{6}$/u.test(value)
  if (name === 'rel') return ['canonical', 'icon', 'alternate'].includes(value)
  if (name === 'http-equiv' && value === 'Content-Security-Policy') return POLICY.test(contentOf(attrs))
  if (name === 'http-equiv') return value === 'refresh' && isHarmless(goal(attrs))
  if (name === 'href' && value === '') return true
  if (name === 'href' && tagName === 'link' && value === 'data:,')
    return attrs.some((one) => one.name === 'rel' && one.value === 'icon')
  return name !== 'href' || isHarmless(value)
}

/** Where a page sends the browser at once: only by an address of our own. */
function goal(attrs: Element['attrs']): string {
  const content = contentOf(attrs)
  return content.startsWith('0; url=/') ? content.slice('0; url='.length) : 'javascript:'
}

const contentOf = (attrs: Element['attrs']): string => attrs.find(({ name }) => name === 'content')?.value ?? ''

/** As a browser reads it: leading white space and tabs inside do not hide a scheme. */
function isHarmless(href: string): boolean {
  if (!URL.canParse(href, 'https://site.invalid/folder/')) return true
  const { protocol, host } = new URL(href, 'https://site.invalid/folder/')
  const own = /^(?:#main$|\/(?![/\\]))/u.test(href)
  const abroad = /^https?:\/\//iu.test(href)
  return (protocol === 'https:' || protocol === 'http:') && (own ? host === 'site.invalid' : abroad)
}
