/**
 * What the archive put right and what it took back, by year, the newest year first: a page of its own, and one for each year.
 *
 *   correctionsKind.model('2024', catalogue)
 *     →  { title: '更正与撤稿 2024年', corrections: [{ date: '2024年06月05日10:00', kind: '更正', text: '…', article: Link }], withdrawals: [{ date, reason, href }], … }
 */
import { formatDate, formatDay, formatMinute } from '../../text/dates.ts'
import { correctionTitle } from '../article.ts'
import type { Catalogue } from '../catalogue.ts'
import { UNDATED } from '../entries.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, hrefOf, type Link } from '../links.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere, keysTouched } from '../touch.ts'

export interface CorrectionsPage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  path: Link[]
  title: string
  corrections: { date: string; kind: string; text: string; article: Link }[]
  withdrawals: { date: string | undefined; reason: string | undefined; href: string }[]
  years: Link[]
}

const CORRECTIONS_ADDRESS = '/about/corrections/index.html'
const TITLE = '更正与撤稿'

const addressOf = (year: string): string => (year === '' ? CORRECTIONS_ADDRESS : `/about/corrections/${year}.html`)

/** Newest first; what has no date comes last. */
const yearsIn = (catalogue: Catalogue): string[] =>
  [...new Set([...catalogue.tallies('corrections'), ...catalogue.tallies('withdrawn')].map(({ key }) => key))]
    .toSorted()
    .toReversed()

/** The page without a year shows the newest one. */
export const correctionsKind: PageKind<CorrectionsPage> = {
  keys: (catalogue) => ['', ...yearsIn(catalogue)],
  address: addressOf,
  model: (key, catalogue) => {
    const years = yearsIn(catalogue)
    if (key !== '' && !years.includes(key)) return undefined
    const site = siteModel(catalogue)
    const year = key === '' ? years[0] : key
    return {
      site,
      address: addressOf(key),
      canonical: canonicalOf(site.origin, addressOf(key)),
      path: key === '' ? [] : [{ text: TITLE, href: hrefOf(CORRECTIONS_ADDRESS) }],
      title: key === '' ? TITLE : `${TITLE} ${labelOf(key)}`,
      corrections: year === undefined ? [] : correctionsOf(year, catalogue),
      withdrawals: year === undefined ? [] : withdrawalsOf(year, catalogue),
      years: years.map((one) => ({ text: labelOf(one), href: addressOf(one) })),
    }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    if (change.type !== 'article') return []
    const years = [...keysTouched(change, 'corrections'), ...keysTouched(change, 'withdrawn')]
    // A year that comes or goes is named on every other.
    return years.length === 0 ? [] : ['', ...years, ...yearsIn(catalogue)]
  },
}

const labelOf = (year: string): string => (year === UNDATED ? '日期未记' : formatDate(year))

function correctionsOf(year: string, catalogue: Catalogue): CorrectionsPage['corrections'] {
  const all = catalogue.list('corrections', year).flatMap(({ id, address, title }) =>
    (catalogue.article(id)?.corrections ?? [])
      .filter(({ date }) => formatMinute(date).startsWith(year))
      .map(({ date, kind, text }) => ({
        at: new Date(date).toISOString(),
        date: formatMinute(date),
        kind: correctionTitle(kind),
        text,
        article: { text: title, href: hrefOf(address) },
      })),
  )
  const newest = all.toSorted((a, b) => (a.at < b.at ? 1 : Number(a.at !== b.at) * -1))
  return newest.map(({ date, kind, text, article }) => ({ date, kind, text, article }))
}

function withdrawalsOf(year: string, catalogue: Catalogue): CorrectionsPage['withdrawals'] {
  const all = catalogue.list('withdrawn', year).map(({ id, address }) => {
    const { date, reason } = catalogue.article(id)?.withdrawn ?? {}
    return { at: date === undefined ? '' : new Date(date).toISOString(), date, reason, href: hrefOf(address) }
  })
  const newest = all.toSorted((a, b) => (a.at < b.at ? 1 : Number(a.at !== b.at) * -1))
  return newest.map(({ date, reason, href }) => ({
    date: date === undefined ? undefined : formatDay(date),
    reason,
    href,
  }))
}
