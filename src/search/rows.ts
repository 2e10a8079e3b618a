/**
 * What results are drawn from, two articles a file, a pair.
 *
 *   parseRows(formatRows([{ address: '/a.html', title: '把渠修到田头', … }]))  →  the same
 *
 * As JSON of plain lists: names of fields would be a third of the bytes. Two a file, because the ten results of a query stand in
 * ten places: fewer would be more files and compress worse, more would be bytes that nobody asked for.
 */
import type { Row } from './entry.ts'

export const ROWS_A_FILE = 2

export function formatRows(rows: readonly Row[]): string {
  return JSON.stringify(
    rows.map((row) => [
      [
        row.address,
        row.shown,
        row.channel,
        row.title,
        row.kicker,
        row.subtitle,
        row.originalTitle,
        row.lead,
        row.source,
      ],
      row.subheads,
      row.credits,
      row.names,
    ]),
  )
}

const isLists = (value: unknown): value is string[][][] =>
  Array.isArray(value) &&
  value.every(
    (row) =>
      Array.isArray(row) &&
      row.every((list) => Array.isArray(list) && list.every((text: unknown) => typeof text === 'string')),
  )

/** Throws what JSON.parse throws for what is no JSON, and an Error for JSON of another shape. */
export function parseRows(text: string): Row[] {
  const lists: unknown = JSON.parse(text)
  if (!isLists(lists)) throw new Error('expected rows of the search index, found something else; load the page again')
  return lists.map(([texts = [], subheads = [], credits = [], names = []]) => {
    const [address = '', shown = '', channel = '', title = '', kicker = '', subtitle = ''] = texts
    const [originalTitle = '', lead = '', source = ''] = texts.slice(6)
    return { address, shown, channel, title, kicker, subtitle, originalTitle, lead, source, subheads, credits, names }
  })
}
