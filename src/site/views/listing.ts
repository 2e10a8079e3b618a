/**
 * Front page, channel and source: articles by day, newest first.
 *
 *   listingView(page)  →  Html '<!doctype html>… <h2>最新</h2> <h3>2024年6月2日</h3> <ul>…'
 */
import type { Day, Entry, Listing, ListingPage, Period } from '../../content/listing.ts'
import { html, nothing, type Html } from '../html.ts'
import { LISTING_SHEET } from '../styles/sheet.ts'
import { aroundView } from './around.ts'
import { feedLink } from './feedLink.ts'
import { shell } from './shell.ts'

export function listingView(page: ListingPage): Html {
  const { title, note, home, children, listings, periods, earlier, later } = page
  return shell({
    ...page,
    extra: /^\/channels\/[^/]+\.html$/u.test(page.address) ? feedLink(page, page.address) : nothing,
    description: `${title}：${page.site.masthead ?? page.site.title}`,
    sheet: LISTING_SHEET,
    main: html`<h1>${title}${note === undefined || note === '' ? nothing : html` <small>${note}</small>`}</h1>
${home === undefined ? nothing : html`<p class="say"><a href="${home}">${home}</a></p>\n`}${
      children.length === 0
        ? nothing
        : html`<ul class="near">${children.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>\n`
    }${listings.map(listView)}${periodsView(periods)}${aroundView(earlier, later)}`,
  })
}

/** The way to what is older: months under their years. */
export function periodsView(periods: readonly Period[]): Html {
  if (periods.length === 0) return nothing
  return html`<nav class="periods" aria-label="往期"><h2>往期</h2>
<dl>${periods.map(
    ({ label, links }) =>
      html`<dt>${label}</dt><dd>${links.map(({ text, href, count }) => html`<a href="${href}">${text}${count === undefined ? nothing : html`<small>${count}</small>`}</a>`)}</dd>\n`,
  )}</dl></nav>
`
}

/** The front page: the paper's name is the masthead's, so the heading is for those who hear the page. */
export function frontView(page: ListingPage): Html {
  return shell({
    ...page,
    extra: feedLink(page, '/index.html'),
    description: page.site.masthead ?? page.site.title,
    sheet: LISTING_SHEET,
    main: html`<div class="front">${page.listings.map(
      (listing) => html`<h1>${listing.label} <small>${countOf(listing)}</small></h1>
<div class="list">
${listing.days.map((day) => dayView(day, 'h2'))}</div>`,
    )}</div>`,
  })
}

/** A list under its heading. */
export function listView(listing: Listing): Html {
  return html`<section class="list"><h2>${listing.label} <small>${countOf(listing)}</small></h2>
${listing.days.map((day) => dayView(day, 'h3'))}</section>
`
}

/** How many there are; when only the newest are shown, that too. */
function countOf({ total, days }: Listing): string {
  const shown = days.reduce((sum, { entries }) => sum + entries.length, 0)
  return shown < total ? `共 ${total} 篇，此处列最新 ${shown} 篇` : `${total} 篇`
}

/** A day's heading is one level below whatever stands above it. */
function dayView({ label, entries }: Day, level: 'h2' | 'h3'): Html {
  const heading = level === 'h2' ? html`<h2 class="date">${label}</h2>` : html`<h3 class="date">${label}</h3>`
  return html`<div class="day">${heading}
<ul>
${entries.map(entryView)}</ul></div>
`
}

const entryView = ({ href, kicker, title, time, source }: Entry): Html =>
  html`<li><time>${time}</time><a href="${href}">${kicker === undefined ? nothing : html`<small>${kicker}</small>`}<b>${title}</b>${source === undefined ? nothing : html`<small>${source}</small>`}</a></li>
`
