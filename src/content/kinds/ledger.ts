/**
 * The corrections and withdrawals of a year, for machines: the JSON beside the page (./corrections.ts).
 *
 *   ledgerKind.address('2024')           →  '/about/corrections/2024.json'
 *   ledgerKind.model('2024', catalogue)  →  { year: '2024', site, corrected: [...], withdrawn: [...] }
 */
import type { Catalogue } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import type { Correction } from '../record.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere, keysTouched } from '../touch.ts'

export interface LedgerModel {
  site: SiteModel
  year: string
  corrected: { id: string; title: string; address: string; corrections: Correction[] }[]
  withdrawn: { id: string; address: string; at?: string | undefined; reason?: string | undefined }[]
}

const yearsIn = (catalogue: Catalogue): string[] => [
  ...new Set([...catalogue.tallies('corrections'), ...catalogue.tallies('withdrawn')].map(({ key }) => key)),
]

export const ledgerKind: PageKind<LedgerModel> = {
  keys: yearsIn,
  address: (year) => `/about/corrections/${year}.json`,
  model: (year, catalogue) => {
    if (!yearsIn(catalogue).includes(year)) return undefined
    return {
      site: siteModel(catalogue),
      year,
      corrected: catalogue.list('corrections', year).map(({ id, title, address }) => ({
        id,
        title,
        address,
        corrections: (catalogue.article(id)?.corrections ?? []).map(({ date, kind, text }) => ({
          at: date,
          kind,
          text,
        })),
      })),
      withdrawn: catalogue.list('withdrawn', year).map(({ id, address }) => {
        const { date, reason } = catalogue.article(id)?.withdrawn ?? {}
        return { id, address, at: date, reason }
      }),
    }
  },
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    if (change.type !== 'article') return []
    return [...new Set([...keysTouched(change, 'corrections'), ...keysTouched(change, 'withdrawn')])]
  },
}
