/**
 * A month or years as calendars.
 *
 *   calendarView(page)  →  Html '… <h1>2024年6月</h1> <table class="days">…'
 */
import type { CalendarPage, CalendarPart, Cell } from '../../content/calendar.ts'
import { html, nothing, type Html } from '../html.ts'
import { CALENDAR_SHEET } from '../styles/sheet.ts'
import { aroundView } from './around.ts'
import { listView } from './listing.ts'
import { shell } from './shell.ts'

export function calendarView(page: CalendarPage): Html {
  const { title, total, parts, listing, earlier, later, site } = page
  return shell({
    ...page,
    description: `${site.title} ${title}：共 ${total} 篇`,
    sheet: CALENDAR_SHEET,
    main: html`<h1>${title} <small>${total} 篇</small></h1>
${parts.map(partView)}${listing === undefined ? nothing : listView(listing)}${aroundView('前后', [
      ['更早', earlier],
      ['更晚', later],
    ])}`,
  })
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

const partView = (part: CalendarPart): Html => (part.kind === 'days' ? daysView(part) : monthsView(part))

function daysView({ label, weeks }: Extract<CalendarPart, { kind: 'days' }>): Html {
  return html`<table class="days"><caption class="skip">${label}逐日篇数</caption>
<thead><tr>${WEEKDAYS.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>
${weeks.map(
  (
    week,
  ) => html`<tr>${week.map((cell) => (cell === undefined ? html`<td></td>` : html`<td>${cellView(cell)}</td>`))}</tr>
`,
)}</tbody></table>
`
}

function monthsView({ label, href, months }: Extract<CalendarPart, { kind: 'months' }>): Html {
  const list = html`<ul>${months.map((cell) => html`<li>${cellView(cell)}</li>`)}</ul>`
  return href === undefined
    ? html`<div class="months">${list}</div>\n`
    : html`<section class="months"><h2><a href="${href}">${label}</a></h2>\n${list}</section>\n`
}

const cellView = ({ text, href, count }: Cell): Html =>
  href === undefined ? html`<span>${text}</span>` : html`<a href="${href}">${text}<small>${count}篇</small></a>`
