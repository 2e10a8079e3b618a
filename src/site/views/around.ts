/**
 * The way to what came before and after.
 *
 *   aroundView({ text: '2024年6月1日', href: … }, undefined)  →  Html '<nav class="around" …><a rel="prev" …>← 2024年6月1日</a></nav>'
 */
import type { Link } from '../../content/links.ts'
import { html, nothing, type Html } from '../html.ts'

export function aroundView(earlier: Link | undefined, later: Link | undefined): Html {
  if (earlier === undefined && later === undefined) return nothing
  return html`<nav class="around" aria-label="前后">${linkView('prev', earlier)}${linkView('next', later)}</nav>
`
}

const linkView = (rel: 'prev' | 'next', link: Link | undefined): Html =>
  link === undefined ? nothing : html`<a rel="${rel}" href="${link.href}">${link.text}</a>`
