/**
 * The credit lines as the page will print them, by the page's own model.
 *
 *   printedCredits([责编 韩岭, 责编 邱实], [])  →  [{ place: '页尾', text: '(责编：韩岭、邱实)' }]
 */
import { creditModel } from '../../../../src/content/credits.ts'
import type { Run } from '../../../../src/content/links.ts'
import { catalogueOf } from '../../../../src/content/memory.ts'
import type { AttributionItem, CreditLineItem } from './attributions.ts'

export interface PrintedLine {
  place: string
  text: string
}

/** Names are linked on the page; here only the letters count, so nothing need be in the catalogue. */
const EMPTY = catalogueOf(
  { site: undefined, channels: [], sources: [], profiles: [], pictures: [], articles: [] },
  new Date(0),
)

export function printedCredits(
  attributions: readonly AttributionItem[],
  creditLines: readonly CreditLineItem[],
): PrintedLine[] {
  const model = creditModel({ ...BLANK, attributions: [...attributions], creditLines: [...creditLines] }, EMPTY)
  return [
    ...at('标题下', model.byline),
    ...at('日期下', model.belowHead),
    ...at('文末', model.textEnd),
    ...model.tail.flatMap(({ foot, runs }) => at(foot ? '页尾' : '正文后', [runs])),
  ]
}

const at = (place: string, all: readonly (readonly Run[])[]): PrintedLine[] =>
  all.map((runs) => ({ place, text: runs.map(({ text }) => text).join('') }))

const BLANK = {
  _id: '',
  _type: 'article',
  _createdAt: '',
  _updatedAt: '',
  _rev: '',
  title: '',
  publishedAt: '',
  address: '',
} as const
