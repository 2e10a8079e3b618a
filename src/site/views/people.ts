/**
 * People by the first letter of their names' readings.
 *
 *   peopleView(page)  →  Html '… <h1>人物 <small>S，3 人</small></h1> <ul class="names">…'
 */
import type { PeoplePage } from '../../content/kinds/search.ts'
import { html, nothing, type Html } from '../html.ts'
import { SEARCH_SHEET } from '../styles/sheet.ts'
import { shell } from './shell.ts'

export function peopleView(page: PeoplePage): Html {
  const { initial, initials, people } = page
  return shell({
    ...page,
    title: `人物：${initial}`,
    description: `姓名拼音以 ${initial} 开头的人物，${people.length} 人`,
    sheet: SEARCH_SHEET,
    main: html`<h1>人物 <small>${initial}，${people.length} 人</small></h1>
<p class="say">按拼音排列；<a href="/people/">按姓氏查人物</a></p>
<ul class="subs">${initials.map(({ text, href }) => html`<li><a href="${href}"${text === initial ? html` aria-current="page"` : nothing}>${text}</a></li>`)}</ul>
<ul class="names">
${people.map(({ text, href, about }) => html`<li><a href="${href}">${text}</a>${about === '' ? nothing : html` <small>${about}</small>`}</li>\n`)}</ul>`,
  })
}
