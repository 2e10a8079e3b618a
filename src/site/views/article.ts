/**
 * The article page: the original's order, top to bottom.
 *
 *   kicker · title · subtitle · byline · date and source | 原标题 · lead · sections · (reporters) · corrections · (责编：…) | 热点推荐
 *
 * Inside `<article>` stands what the page says of itself and nothing else: no label, no button of ours. White space aside, the
 * visible text of an imported article is its original's, letter for letter.
 */
import type { ArticlePage, CorrectionModel, SectionModel } from '../../content/article.ts'
import type { CreditModel } from '../../content/credits.ts'
import type { ArticleModel } from '../../content/kinds/article.ts'
import { formAddress } from '../../content/kinds/form.ts'
import { hrefOf, type Link, type Run } from '../../content/links.ts'
import { html, nothing, type Html } from '../html.ts'
import { articleSheet } from '../styles/sheet.ts'
import { aroundView } from './around.ts'
import { bodyView } from './body.ts'
import { shareHead } from './head.ts'
import { nativeView } from './native.ts'
import { pictureView } from './picture.ts'
import { runsView, runView } from './runs.ts'
import { shell } from './shell.ts'

/** An article in its place; without what is around it while it is a draft. */
type Placed = ArticlePage & Partial<Pick<ArticleModel, 'day' | 'channel' | 'people' | 'topic' | 'versions'>>

export function articleView(page: Placed): Html {
  const beside = asideView(page)
  const block = articleBlock(page)
  const on = waysOn(page)
  return shell({
    ...page,
    extra: shareHead(page),
    sheet: articleSheet(html`${block}${beside}${on}`.text),
    main: html`<div${beside === nothing ? nothing : html` class="with-side"`}>
${block}${beside}</div>
${fromView(page)}${citeLink(page)}${on}`,
  })
}

/** Printed below the text, as on a clipping: where it was cut from. */
const fromView = ({ site, canonical, address }: Placed): Html =>
  html`<p class="from">${site.title}　${canonical ?? address}</p>\n`

/** Below the text and outside it: the ways to cite it and to what it said before. */
const citeLink = ({ address, versions }: Placed): Html =>
  html`<p class="say"><a href="${hrefOf(formAddress(address, 'cite.html'))}">引用本文</a>${versions === undefined ? nothing : html`　${runView(versions)}`}</p>\n`

/** Within the day, and within the channel where those are others. */
function waysOn({ day, channel }: Placed): Html {
  const inDay = new Set([day?.earlier?.href, day?.later?.href])
  const other = (link: Link | undefined): Link | undefined => (inDay.has(link?.href) ? undefined : link)
  return aroundView('前后稿件', [
    ['同日上一篇', day?.earlier],
    ['同日下一篇', day?.later],
    ['同频道上一篇', other(channel?.earlier)],
    ['同频道下一篇', other(channel?.later)],
  ])
}

/** The `<article>` alone: what the page says of itself. */
function articleBlock(page: ArticlePage): Html {
  const { byline, belowHead, tail } = page.credits
  const foot = tail.findIndex((one) => one.foot)
  const end = foot === -1 ? tail.length : foot
  return html`<article>
<div class="headline">
<hgroup>
${line('kicker', page.kicker)}<h1>${page.title}</h1>
${line('subtitle', page.subtitle)}</hgroup>
${byline.map(bylineView)}<p class="head">${page.head.map(headRun)}</p>
${belowHead.map(bylineView)}</div>
<div class="text">
${line('original', page.originalTitle)}${pictures(page.pictures, true)}${bodyOf(page)}${tail.slice(0, end).map(tailView)}${line('print', page.printReference)}${correctionsView(page.corrections)}${tail.slice(end).map(tailView)}</div>
</article>
`
}

/** Many originals part date and source by no-break spaces alone: a line too narrow for both would break within 来源. */
const headRun = (run: Run): Html =>
  run.href === undefined ? html`${run.text.split(AFTER_NO_BREAK).map(partView)}` : runView(run)
const AFTER_NO_BREAK = /(?<=\u00A0)(?!\u00A0)/u
const partView = (part: string, at: number): Html => html`${at === 0 ? nothing : html`<wbr>`}${part}`

const line = (name: string, text: string | undefined): Html =>
  text === undefined ? nothing : html`<p class="${name}">${text}</p>\n`

const bylineView = (runs: readonly Run[]): Html => html`<p class="byline">${runsView(runs)}</p>\n`

const tailView = ({ foot, runs }: CreditModel['tail'][number]): Html =>
  html`<p${foot ? html` class="foot"` : nothing}>${runsView(runs)}</p>\n`

const pictures = (models: ArticlePage['pictures'], first: boolean): Html =>
  html`${models.map((picture, index) => pictureView(picture, first && index === 0))}`

/** Lead and sections; the dateline opens the first of them, the reporters close the last. */
function bodyOf({ lead, sections, dateline, credits, pictures: top }: ArticlePage): Html {
  const before = dateline === undefined ? undefined : html`${dateline}`
  const after = credits.textEnd.length === 0 ? undefined : html`${credits.textEnd.map(runsView)}`
  const last = sections.length - 1
  return html`${lead === undefined ? nothing : bodyView({ markdown: lead, before, after: last < 0 ? after : undefined, people: [] })}${sections.map(
    (section, index) =>
      sectionView(section, {
        before: lead === undefined && index === 0 ? before : undefined,
        after: index === last ? after : undefined,
        first: top.length === 0 && index === 0,
      }),
  )}`
}

const small = (text: string | undefined): Html => (text === undefined ? nothing : html`<small>${text}</small>`)

interface Ends {
  before: Html | undefined
  after: Html | undefined
  first: boolean
}

function sectionView(
  { kicker, heading, line: below, body, people, pictures: models }: SectionModel,
  { before, after, first }: Ends,
): Html {
  const head = heading === undefined ? nothing : html`<h2>${small(kicker)}${heading}${small(below)}</h2>\n`
  return html`<section>
${head}${pictures(models, first)}${bodyView({ markdown: body, before, after, people })}</section>
`
}

function correctionsView(corrections: readonly CorrectionModel[]): Html {
  if (corrections.length === 0) return nothing
  return html`<section class="note">${corrections.map(({ date, kind, text }) => html`<h2>${kind}（${date}）</h2><p>${text}</p>`)}</section>\n`
}

function asideView({ recommended, people = [], topic }: Placed): Html {
  if (recommended.length + people.length === 0 && topic === undefined) return nothing
  const links = [...recommended, ...(topic === undefined ? [] : [topic])]
  return html`<aside aria-label="相关">${links.length === 0 ? nothing : html`<h2>热点推荐</h2><ul>${links.map((link) => html`<li>${link.href === undefined ? html`<span>${link.text}</span>` : runView(link)}</li>`)}</ul>`}${
    people.length === 0
      ? nothing
      : html`<h2>文中人物</h2><ul>${people.map(({ text, href, about, native }) => html`<li><a href="${href}">${text}${nativeView(native)} <small>${about}</small></a></li>`)}</ul>`
  }</aside>\n`
}
