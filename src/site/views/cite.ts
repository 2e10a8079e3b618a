/**
 * The page beside an article from which it is cited, and taken away in other forms; nothing on it needs a script.
 *
 *   citeView(page)  →  Html '… <h1>引用本文</h1> <p class="say">石砚, 江穗. 把渠修到田头[N/OL]. …</p> …'
 */
import type { ArticlePage } from '../../content/article.ts'
import { formAddress, type Form } from '../../content/kinds/form.ts'
import { packageAddress, type PackageEnd } from '../../content/kinds/packageDay.ts'
import { hrefOf } from '../../content/links.ts'
import { bibtex } from '../../formats/bibtex.ts'
import { gbt7714 } from '../../formats/gbt7714.ts'
import { referenceOf } from '../../formats/reference.ts'
import { dayOf } from '../../text/dates.ts'
import { html, type Html } from '../html.ts'
import { LISTING_SHEET } from '../styles/sheet.ts'
import { citeHead } from './head.ts'
import { shell } from './shell.ts'

const LABELS: readonly (readonly [Form, string])[] = [
  ['txt', '纯文本'],
  ['md', 'Markdown'],
  ['ninjs.json', 'ninjs 3.1'],
]

/** Every article of its day in one file. */
const PACKAGES: readonly (readonly [PackageEnd, string])[] = [
  ['bib', 'BibTeX'],
  ['csl.json', 'CSL-JSON'],
  ['ninjs.json', 'ninjs 3.1'],
  ['newsml.xml', 'NewsML-G2'],
]

export function citeView(page: ArticlePage): Html {
  const reference = referenceOf(page)
  const link = ([form, label]: readonly [Form, string]): Html =>
    html`<li><a href="${hrefOf(formAddress(page.address, form))}">${label}</a></li>`
  const day = dayOf(page.publishedAt)
  const packageLink = ([end, label]: readonly [PackageEnd, string]): Html =>
    html`<li><a href="${packageAddress(day, end)}">${label}</a></li>`
  return shell({
    site: page.site,
    title: `引用：${page.title}`,
    indexed: false,
    path: page.path,
    extra: citeHead(page),
    sheet: LISTING_SHEET,
    main: html`<h1>引用本文</h1>
<p><a href="${hrefOf(page.address)}">${page.title}</a></p>
<h2>GB/T 7714</h2>
<p>${gbt7714(reference)}</p>
<h2>BibTeX</h2>
<pre>${bibtex(reference)}</pre>
<h2>其他格式</h2>
<ul class="subs">${LABELS.map(link)}</ul>
<h2>当日稿件</h2>
<ul class="subs">${PACKAGES.map(packageLink)}</ul>`,
  })
}
