/**
 * What may stand on a page of ours, whatever the documents say.
 *
 *   offences('<p onclick=x>')  →  ['<p onclick>', …]
 *
 * An allow-list of elements, attributes and kinds of address; anything else is an offence. The page is parsed as a browser parses it,
 * printed from the tree and parsed once more, because some payloads only come alive the second time.
 */
import { parse, serialize } from 'parse5'
import { SHEETS as OURS } from '../../src/site/styles/sheet.ts'
import { attribute, elementsOf, innerText, type Element } from '../site/dom.ts'

const NONE: readonly string[] = []
const CLASSED = ['class']
const ELEMENTS: Record<string, readonly string[]> = {
  html: ['lang'],
  head: NONE,
  meta: ['charset', 'name', 'content', 'property', 'http-equiv'],
  title: NONE,
  link: ['rel', 'href', 'type', 'title'],
  style: NONE,
  script: ['type'],
  body: NONE,
  header: NONE,
  label: NONE,
  input: ['type', 'name', 'id', 'checked'],
  main: ['class', 'id'],
  footer: CLASSED,
  nav: ['class', 'aria-label'],
  article: NONE,
  section: CLASSED,
  aside: ['aria-label'],
  hgroup: NONE,
  div: ['class', 'role', 'aria-label'],
  h1: CLASSED,
  h2: ['class', 'id'],
  h3: CLASSED,
  p: CLASSED,
  a: ['class', 'href', 'title', 'rel'],
  span: CLASSED,
  small: NONE,
  b: NONE,
  strong: NONE,
  em: NONE,
  s: NONE,
  br: NONE,
  bdi: ['lang', 'dir'],
  time: ['datetime'],
  ul: CLASSED,
  ol: ['start'],
  dl: NONE,
  dt: NONE,
  dd: NONE,
  li: NONE,
  blockquote: NONE,
  table: CLASSED,
  caption: NONE,
  thead: NONE,
  tbody: NONE,
  tr: NONE,
  th: ['class', 'scope'],
  td: ['class'],
  figure: NONE,
  figcaption: NONE,
  img: ['class', 'src', 'width', 'height', 'alt', 'loading', 'decoding', 'fetchpriority'],
}
const SHEETS = new Set(OURS)

/** A page in, everything on it that may not be there out. */
export function offences(page: string): string[] {
  const again = serialize(parse(page))
  return [...new Set([...offencesIn(page), ...offencesIn(again)])]
}

function offencesIn(page: string): string[] {
  const comments = /^<!doctype html>\n?<html/iu.test(page) ? [] : ['something before <html>']
  return [...comments, ...elementsOf(page).flatMap(offencesOf)]
}

function offencesOf(element: Element): string[] {
  const { tagName, namespaceURI, attrs, childNodes } = element
  const allowed = ELEMENTS[tagName]
  if (allowed === undefined || namespaceURI !== 'http://www.w3.org/1999/xhtml') return [`<${tagName}>`]
  const comment = childNodes.some(({ nodeName }) => nodeName === '#comment') ? [`a comment in <${tagName}>`] : []
  return [
    ...comment,
    ...contentOffences(element),
    ...attrs.flatMap(({ name, value }) => {
      if (!allowed.includes(name)) return [`<${tagName} ${name}>`]
      return mayHold(element, name, value) ? [] : [`<${tagName} ${name}="${value}">`]
    }),
  ]
}

function contentOffences(element: Element): string[] {
  if (element.tagName === 'style' && !SHEETS.has(innerText(element))) return ['a style sheet that is not ours']
  if (element.tagName !== 'script') return []
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
  if (name === 'src') return /^\/pictures\/[\w.-]+$/u.test(value)
  if (name === 'rel') return ['canonical', 'icon', 'alternate', 'prev', 'next'].includes(value)
  if (name === 'http-equiv') return value === 'refresh' && isHarmless(goal(attrs))
  if (name === 'href' && value === '') return true
  if (name === 'href' && tagName === 'link' && value === 'data:,')
    return attrs.some((one) => one.name === 'rel' && one.value === 'icon')
  return name !== 'href' || isHarmless(value)
}

/** Where a page sends the browser at once: only by an address of our own. */
function goal(attrs: Element['attrs']): string {
  const content = attrs.find(({ name }) => name === 'content')?.value ?? ''
  return content.startsWith('0;url=/') ? content.slice('0;url='.length) : 'javascript:'
}

/** As a browser reads it: leading white space and tabs inside do not hide a scheme. */
function isHarmless(href: string): boolean {
  if (!URL.canParse(href, 'https://site.invalid/folder/')) return true
  const { protocol, host } = new URL(href, 'https://site.invalid/folder/')
  const own = /^(?:#main$|\/(?![/\\]))/u.test(href)
  const abroad = /^https?:\/\//iu.test(href)
  return (protocol === 'https:' || protocol === 'http:') && (own ? host === 'site.invalid' : abroad)
}
