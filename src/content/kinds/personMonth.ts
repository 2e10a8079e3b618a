/**
 * A person's month, for those who have more than fits on one page.
 *
 *   personMonthKind.model('profile-han-ling/2024-06', catalogue)  →  { title: '韩岭 2024年6月', listings: [{ label: '责编', total: 6, days: […] }], … }
 */
import { totalOf } from '../calendar.ts'
import type { Catalogue } from '../catalogue.ts'
import type { ArticleDocument } from '../documents.ts'
import { keysIn } from '../entries.ts'
import { ALL, type Change, type PageKind } from '../kind.ts'
import { personAddress } from '../links.ts'
import type { ListingPage } from '../listing.ts'
import {
  hasMonths,
  MANY_PARTS,
  monthsBesidePerson,
  monthsOfPerson,
  partsTotal,
  personMonthAddress,
  personMonthPage,
  rollsOfPerson,
} from '../people.ts'
import { rolledTouched } from '../rolledTouched.ts'
import { rolledPeriods } from '../rolls.ts'
import { idOf, isEverywhere, keysTouched } from '../touch.ts'
import { idsIn, personKind } from './person.ts'

const monthsAll = (id: string, catalogue: Catalogue): string[] =>
  monthsOfPerson(id, catalogue).flatMap(({ key }) =>
    rolledPeriods(rollsOfPerson(id, key, catalogue), key, catalogue).map((period) => `${id}/${period}`),
  )

export const personMonthKind: PageKind<ListingPage> = {
  keys: (catalogue) =>
    [...personKind.keys(catalogue)].filter((id) => hasMonths(id, catalogue)).flatMap((id) => monthsAll(id, catalogue)),
  address: personMonthAddress,
  partOf: (key) => personAddress(key.split('/')[0] ?? ''),
  model: (key, catalogue) => {
    const [id = '', month = ''] = key.split('/')
    const profile = catalogue.profile(id)
    return profile === undefined ? undefined : personMonthPage(profile, month, catalogue)
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    if (change.type === 'profile') return monthsAll(idOf(change), catalogue)
    if (change.type !== 'article') return []
    const own = keysTouched(change, 'personMonth').flatMap((key) => {
      const [id = '', month = ''] = key.split('/')
      const count = totalOf(catalogue.tallies('personMonth', `${id}/${month}/`))
      const isNew = crosses(0, count, gained('personMonth', `${id}/${month}/`, change))
      const { before, after } = isNew ? monthsBesidePerson(id, month, catalogue) : {}
      const parts = rolledTouched(
        rollsOfPerson(id, month, catalogue),
        { whole: month, index: 'personMonth' },
        change,
        catalogue,
      )
      return [...parts, before, after].flatMap((one) => (one === undefined ? [] : [`${id}/${one}`]))
    })
    const crossing = idsIn(keysTouched(change, 'person')).filter((id) =>
      crosses(MANY_PARTS, partsTotal(id, catalogue), gained('person', `${id}/`, change)),
    )
    return [...new Set([...own, ...crossing.flatMap((id) => monthsAll(id, catalogue))])]
  },
}

/** How many more parts under a prefix there are after the change than before it. */
function gained(
  index: 'person' | 'personMonth',
  prefix: string,
  { before, after }: Extract<Change, { type: 'article' }>,
): number {
  const parts = (article: ArticleDocument | undefined): number =>
    article === undefined ? 0 : keysIn(index, article).filter((key) => key.startsWith(prefix)).length
  return parts(after) - parts(before)
}

/** Whether a count that is now so and was smaller by what it gained has come over a limit, or fallen to it. */
const crosses = (limit: number, now: number, gain: number): boolean => now > limit !== now - gain > limit
