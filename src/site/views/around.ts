/**
 * The way to what came before and after.
 *
 *   aroundView('前后', [['上一日', { text: '2024年6月1日', href: … }], ['下一日', undefined]])
 *     →  Html '<nav class="near" aria-label="前后"><a href=…><small>上一日</small>2024年6月1日</a></nav>'
 */
import type { Link } from '../../content/links.ts'
import { html, nothing, type Html } from '../html.ts'

type Way = readonly [label: string, link: Link | undefined]

export function aroundView(label: string, ways: readonly Way[]): Html {
  const links = ways.flatMap(([what, link]) => (link === undefined ? [] : [wayView(what, link)]))
  return links.length === 0 ? nothing : html`<nav class="near" aria-label="${label}">${links}</nav>\n`
}

const wayView = (what: string, { text, href }: Link): Html => html`<a href="${href}"><small>${what}</small>${text}</a>`
