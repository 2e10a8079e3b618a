/**
 * Articles by day, newest first: the front page, a day, a channel, a source, a month of one of them.
 *
 *   listingView(page)  →  Html '<!doctype html>… <h1>乡村</h1> <h2>稿件</h2> <h3>2024年6月2日</h3> <ul>…'
 */
import type { FrontPage } from '../../content/kinds/front.ts'
import type { Day, Entry, Listing, ListingPage, Period } from '../../content/listing.ts'
import { html, nothing, type Html } from '../html.ts'
import { FRONT_SHEET, LISTING_SHEET } from '../styles/sheet.ts'
import { aroundView } from './around.ts'
import { feedLink } from './feedLink.ts'
import { COLUMN, imageView } from './picture.ts'
import { shell } from './shell.ts'

export function listingView(page: ListingPage): Html {
  const { title, note, home, children, listings, periods, within, earlier, later } = page
  return shell({
    ...page,
    extra: /^\/channels\/[^/]+\.html$/u.test(page.address) ? feedLink(page, page.address) : nothing,
    description: `${title}：${page.site.masthead ?? page.site.title}`,
    sheet: LISTING_SHEET,
    main: html`<h1>${title}${note === undefined || note === '' ? nothing : html` <small>${note}</small>`}</h1>
${home === undefined ? nothing : html`<p class="say"><a href="${home}">${home}</a></p>\n`}${
      children.length === 0
        ? nothing
        : html`<p class="subs">${children.map(({ text, href }) => html`<a href="${href}">${text}</a>`)}</p>\n`
    }${listings.map(listView)}${within === undefined ? nothing : periodsView([within], '全部稿件')}${periodsView(periods)}${aroundView(
      '前后',
      [
        ['更早', earlier],
        ['更晚', later],
      ],
    )}`,
  })
}

/** The newest headline stands where the original's channel page has it: over everything else. */
export function frontView(page: FrontPage): Html {
  const { site, canonical, lead, shown, latest, channels } = page
  return shell({
    site,
    canonical,
    extra: feedLink(page, '/index.html'),
    title: site.title,
    description: site.masthead ?? site.title,
    sheet: FRONT_SHEET,
    main: html`<h1 class="skip">${site.title}</h1>
${lead === undefined ? nothing : leadView(lead)}<div class="front">
<div>${shown === undefined ? nothing : shownView(shown, lead?.href === shown.link.href)}<section class="list"><h2>${latest.label} <small>${countOf(latest, lead === undefined ? 0 : 1)}</small></h2>
${latest.days.map(dayView)}<a class="more" href="/days/">按日期查找更早的稿件</a></section></div>
<div class="brief">${channels.map(channelView)}</div></div>`,
  })
}

const leadView = ({ href, kicker, title, day, source }: NonNullable<FrontPage['lead']>): Html =>
  html`<div class="lead"><a href="${href}">${kicker === undefined ? nothing : html`<small>${kicker}</small>`}<b>${title}</b></a><p class="say">${day}${source === undefined ? nothing : `　${source}`}</p></div>
`

/** The picture leads to its article, whose title stands below it unless it stands above already. */
const shownView = ({ link, picture }: NonNullable<FrontPage['shown']>, isLead: boolean): Html =>
  html`<a class="shown" href="${link.href}">${imageView(picture, COLUMN, html` alt="${picture.alt}" fetchpriority="high"`)}${isLead ? nothing : html`<b>${link.text}</b>`}</a>
`

const channelView = ({ link, entries }: FrontPage['channels'][number]): Html =>
  html`<section class="list"><h2><a href="${link.href}">${link.text}</a></h2><ul>${entries.map(({ href, title }) => html`<li><a href="${href}"><b>${title}</b></a></li>`)}</ul></section>
`

/** A list under its heading. */
export function listView(listing: Listing): Html {
  return html`<section class="list"><h2>${listing.label} <small>${countOf(listing, 0)}</small></h2>
${listing.days.map(dayView)}</section>
`
}

/** How many there are; when only the newest are shown, that too. */
function countOf({ total, days }: Listing, above: number): string {
  const shown = days.reduce((sum, { entries }) => sum + entries.length, above)
  return shown < total ? `共 ${total} 篇，此处列最新 ${shown} 篇` : `${total} 篇`
}

const dayView = ({ label, href, entries }: Day): Html => html`${
  href === undefined
    ? nothing
    : html`<h3 class="date"><a href="${href}">${label}</a></h3>
`
}<ul>
${entries.map(entryView)}</ul>
`

const entryView = ({ href, kicker, title, time, source }: Entry): Html =>
  html`<li><time>${time}</time><a href="${href}">${kicker === undefined ? nothing : html`<small>${kicker}</small>`}<b>${title}</b>${source === undefined ? nothing : html`<small>${source}</small>`}</a></li>
`

/** The way to what is older, months under their years; or to the parts of a month. */
export function periodsView(periods: readonly Period[], heading = '往期'): Html {
  if (periods.length === 0) return nothing
  return html`<nav aria-label="${heading}"><h2>${heading}</h2>
<dl>${periods.map(
    ({ label, links }) =>
      html`<dt>${label}</dt><dd>${links.map(({ text, href, count }) => html`<a href="${href}">${text}<small>${count}</small></a>`)}</dd>\n`,
  )}</dl></nav>
`
}
