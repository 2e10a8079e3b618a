/**
 * What stands around every page: head, bar of channels, masthead with the path, footer.
 *
 *   shell({ site, title: '把渠修到田头', path: [...], sheet: ARTICLE_SHEET, main: html`…` })  →  Html '<!doctype html>…'
 *
 * One request: the style is inlined, the icon is empty data, nothing is a script but data blocks.
 */
import type { Link } from '../../content/links.ts'
import type { SiteModel } from '../../content/site.ts'
import { html, nothing, trusted, type Html } from '../html.ts'

export interface Shell {
  site: SiteModel
  title: string
  description?: string | undefined
  canonical?: string | undefined
  indexed?: boolean
  /** Where the browser goes at once. */
  refresh?: string | undefined
  /** The page's own address, where a channel may have it. */
  address?: string | undefined
  /** What the page stands below, the site itself aside; undefined on the front page alone. */
  path?: readonly Link[] | undefined
  sheet: string
  /** What else stands in the head. */
  extra?: Html | undefined
  /** JSON-LD of the page. */
  data?: object | undefined
  main: Html
}

export function shell({
  site,
  title,
  description,
  canonical,
  indexed = true,
  refresh,
  address,
  path,
  sheet,
  extra,
  data,
  main,
}: Shell): Html {
  const whole = title === site.title ? title : `${title} - ${site.title}`
  return html`<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${extra}<title>${whole}</title>
${description === undefined || !indexed ? nothing : html`<meta name="description" content="${description}">\n`}${
    indexed ? nothing : html`<meta name="robots" content="noindex">\n`
  }${refresh === undefined ? nothing : html`<meta http-equiv="refresh" content="0; url=${refresh}">\n`}${canonical === undefined ? nothing : html`<link rel="canonical" href="${canonical}">\n`}<link rel="icon" href="data:,">
<style>${trusted(sheet)}</style>
${data === undefined ? nothing : html`<script type="application/ld+json">${jsonLd(data)}</script>\n`}</head>
<body>
<header>
<a class="skip" href="#main">跳到正文</a>
<div class="bar"><div class="wrap">
${site.channels.length === 0 ? nothing : channelBar(site, [address, path?.[0]?.href])}<a href="/search/">查找</a></div></div>
<div class="wrap mast">
<a class="name" href="/">${site.title}</a>${site.masthead === undefined ? nothing : html`<span class="say">${site.masthead}</span>`}${SIZES}${path === undefined ? nothing : pathView(site, path)}</div>
</header>
<main class="wrap" id="main">
${main}
</main>
<footer>
${WAYS}<p>${site.footer}</p>
${site.notices.map((notice) => html`<p>${notice}</p>\n`)}</footer>
</body>
</html>
`
}

/** The channel is marked that the page is, or is below. */
const channelBar = ({ channels }: SiteModel, here: readonly (string | undefined)[]): Html =>
  html`<nav aria-label="频道">${channels.map(({ text, href }) => html`<a href="${href}"${here.includes(href) ? html` aria-current="true"` : nothing}>${text}</a>`)}</nav>\n`

/** Of three the browser checks one; the style sheet looks which (styles/base.ts). Nothing is kept: the browser's own zoom is. */
const SIZES = html`<div class="size" role="radiogroup" aria-label="字号"><label><input type="radio" name="z" checked>标准</label><label><input type="radio" name="z" id="z2">大字</label><label><input type="radio" name="z" id="z3">特大字</label></div>
`

/** The ways in that belong to no channel. */
const WAYS = html`<nav aria-label="本站"><a href="/days/">日历</a><a href="/people/">人物</a><a href="/about/corrections/">更正</a><a href="/about/">关于本站</a></nav>
`

function pathView(site: SiteModel, path: readonly Link[]): Html {
  const steps = [{ text: site.title, href: '/' }, ...path]
  return html`<nav class="path" aria-label="当前位置"><ol>${steps.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ol></nav>\n`
}

/** JSON inside a script element ends at `</`: the less-than sign is written as JSON may write it. */
const jsonLd = (data: object): Html => trusted(JSON.stringify(data).replaceAll('<', String.raw`\u003c`))
