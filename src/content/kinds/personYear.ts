/**
 * A person's year, for those who have more than fits on one page.
 *
 *   personYearKind.model('profile-han-ling/2024', catalogue)  →  { title: '韩岭 2024年', listings: [{ label: '责编', total: 61, days: […] }], … }
 */
import { totalOf } from '../calendar.ts'
import type { Catalogue } from '../catalogue.ts'
import type { ArticleDocument } from '../documents.ts'
import { keysIn } from '../entries.ts'
import { ALL, type Change, type PageKind } from '../kind.ts'
import type { ListingPage } from '../listing.ts'
import { hasYears, MANY_PARTS, partsTotal, personYearAddress, personYearPage, yearsOf } from '../people.ts'
import { idOf, isEverywhere, keysTouched } from '../touch.ts'
import { idsIn, personKind } from './person.ts'

export const personYearKind: PageKind<ListingPage> = {
  keys: (catalogue) =>
    [...personKind.keys(catalogue)]
      .filter((id) => hasYears(id, catalogue))
      .flatMap((id) => yearsOf(id, catalogue).map((year) => `${id}/${year}`)),
  address: personYearAddress,
  model: (key, catalogue) => {
    const [id = '', year = ''] = key.split('/')
    const profile = catalogue.profile(id)
    return profile === undefined ? undefined : personYearPage(profile, year, catalogue)
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    const years = (id: string): string[] => yearsOf(id, catalogue).map((year) => `${id}/${year}`)
    if (change.type === 'profile') return years(idOf(change))
    if (change.type !== 'article') return []
    const own = [...new Set(keysTouched(change, 'personYear').map((key) => key.slice(0, key.lastIndexOf('/'))))]
    const ids = idsIn(keysTouched(change, 'person'))
    const others = ids.filter(
      (id) => crossed(id, change, catalogue) || own.some((key) => turned(key, change, catalogue)),
    )
    return [...new Set([...own, ...others.flatMap(years)])]
  },
}

type ArticleChange = Extract<Change, { type: 'article' }>

/** How many more parts the person has after the change than before it, in all or in one year. */
function gained(index: 'person' | 'personYear', prefix: string, { before, after }: ArticleChange): number {
  const parts = (article: ArticleDocument | undefined): number =>
    article === undefined ? 0 : keysIn(index, article).filter((key) => key.startsWith(prefix)).length
  return parts(after) - parts(before)
}

/** Whether the person has only now, or no longer, more than fits on one page. */
function crossed(id: string, change: ArticleChange, catalogue: Catalogue): boolean {
  const after = partsTotal(id, catalogue)
  return after > MANY_PARTS !== after - gained('person', `${id}/`, change) > MANY_PARTS
}

/** Whether a year begins or ends to have something, so that the other years lead to it or no longer do. */
function turned(year: string, change: ArticleChange, catalogue: Catalogue): boolean {
  const after = totalOf(catalogue.tallies('personYear', `${year}/`))
  return after > 0 !== after - gained('personYear', `${year}/`, change) > 0
}
