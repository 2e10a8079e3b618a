/**
 * A printed line as HTML, its names linked (the style sheet keeps links to people and sources unbroken).
 *
 *   runsView([{ text: '(责编：' }, { text: '韩岭', href: '/people/han-ling.html' }, { text: ')' }])
 *     →  Html '(责编：<a href="/people/han-ling.html">韩岭</a>)'
 */
import type { Run } from '../../content/links.ts'
import { html, type Html } from '../html.ts'

export const runView = ({ text, href }: Run): Html =>
  href === undefined ? html`${text}` : html`<a href="${href}">${text}</a>`

export const runsView = (runs: readonly Run[]): Html => html`${runs.map(runView)}`
