/**
 * Everyone in the archive, by the first letter of the name.
 *
 *   everyoneView(page)  →  Html '… <h1>人物</h1> <dl><dt>韩</dt><dd><a href=…>韩岭</a> …</dd> …'
 */
import type { PeopleGroup, EveryonePage } from '../../content/kinds/everyone.ts'
import { html, nothing, type Html } from '../html.ts'
import { PEOPLE_SHEET } from '../styles/sheet.ts'
import { shell } from './shell.ts'

export function everyoneView(page: EveryonePage): Html {
  const { site, title, total, groups } = page
  return shell({
    ...page,
    description: `${site.title}的${title}：共 ${total} 人`,
    sheet: PEOPLE_SHEET,
    main: html`<h1>${title} <small>${total} 人</small></h1>
${groups.length === 0 ? nothing : html`<p class="say">按姓氏排列；<a href="/search/#browse">按拼音查人物</a></p>\n`}${groups.length === 0 ? html`<p>还没有人物。</p>` : html`<dl>${groups.map(groupView)}</dl>`}`,
  })
}

const groupView = ({ label, count, href, people }: PeopleGroup): Html =>
  href === undefined
    ? html`<dt>${label}</dt><dd>${people.map(personView)}</dd>\n`
    : html`<dt>${label}</dt><dd><a href="${href}">${count} 人</a></dd>\n`

const personView = ({ text, href, about }: PeopleGroup['people'][number]): Html =>
  html`<a href="${href}">${text}${about === '' ? nothing : html`<small>${about}</small>`}</a>`
