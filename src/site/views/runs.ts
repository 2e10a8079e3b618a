/**
 * A printed line as HTML, its names linked and never broken in the middle.
 *
 *   runsView([{ text: '(责编：' }, { text: '韩岭', href: '/people/han-ling.html' }, { text: ')' }])
 *     →  Html '(责编：<a class="credit" href="/people/han-ling.html">韩岭</a>)'
 */
import type { Run } from '../../content/links.ts'
import { html, type Html } from '../html.ts'

export const runView = ({ text, href }: Run): Html =>
  href === undefined ? html`${text}` : html`<a class="credit" href="${href}">${text}</a>`

export const runsView = (runs: readonly Run[]): Html => html`${runs.map(runView)}`
