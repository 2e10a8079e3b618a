/**
 * The search page: field, filters, and ways to find without them. The only page with a script, and with a policy that lets no other in.
 *
 *   searchView(page)  →  Html '… <form class="search" role="search" data-map="201601-32-9 …"> …'
 *
 * Without script the form still leads here, and calendars, channels and people stand below it.
 */
import type { SearchPage } from '../../content/search.ts'
import { searchModule } from '../../search/make/module.ts'
import { html, nothing, type Html } from '../html.ts'
import { SEARCH_SHEET } from '../styles/sheet.ts'
import { shell } from './shell.ts'

export function searchView(page: SearchPage): Html {
  return shell({
    ...page,
    title: '查找',
    description: `在${page.site.title}查找稿件：标题、导语、人名、来源、日期`,
    path: [],
    sheet: SEARCH_SHEET,
    extra: html`<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<script type="module" src="${SCRIPT}"></script>
`,
    main: html`<h1>查找</h1>
${formView(page)}<noscript><p class="say">查找要用浏览器的脚本（JavaScript），现在没有开启。下面的日历、频道和人物不用脚本也能看。</p></noscript>
<p id="status" role="status"></p>
<div id="results"></div>
${browseView(page)}`,
  })
}

const { address: SCRIPT } = await searchModule()

/** No script but our own file, no style but ours, no request but to the site. */
const POLICY = `default-src 'none';script-src 'self';connect-src 'self';style-src '${await digestOf(SEARCH_SHEET)}';img-src 'self' data:;form-action 'self';base-uri 'none'`

const choice = ({ value, label }: { value: string; label: string }): Html =>
  html`<option value="${value}">${label}</option>`

const choose = (name: string, label: string, all: string, choices: { value: string; label: string }[]): Html =>
  choices.length === 0
    ? nothing
    : html`<label>${label}<select name="${name}"><option value="">${all}</option>${choices.map(choice)}</select></label>\n`

function formView({ map, channels, years, sources, roles }: SearchPage): Html {
  return html`<form class="search" role="search" action="/search/" method="get" data-map="${map}">
<div><label class="whole">标题、导语、人名、拼音、日期或网址<input name="q" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="300"></label>
<button type="submit">查找</button></div>
<details><summary>限定频道、年份、来源或人物</summary><div class="filters">
${choose('channel', '频道', '所有频道', channels)}${choose('year', '年份', '所有年份', years)}${choose('source', '来源', '所有来源', sources)}<label>人物<input name="person" type="text" autocomplete="off" maxlength="60"></label>
${choose('role', '此人担任', '任何身份', roles)}</div></details>
</form>
`
}

function browseView({ browse }: SearchPage): Html {
  return html`<div id="browse">${browse.map(
    ({ title, links }) => html`<section><h2>${title}</h2>
<ul class="subs">${links.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul></section>
`,
  )}</div>`
}

/** As a policy names a style: `sha256-…`. */
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}
