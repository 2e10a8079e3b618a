/**
 * The months before and after one in which something stands in any of several lists.
 *
 *   monthsBeside(['channel-xiangcun', 'channel-nongshi'], 'channelMonth', '2024-06', catalogue)  →  { before: '2024-05', after: undefined }
 */
import { formatDate } from '../../text/dates.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Link } from '../links.ts'

const months = (keys: readonly (string | undefined)[]): string[] =>
  keys.flatMap((key) => key?.slice(-7) ?? []).toSorted()

export function monthsBeside(
  ids: readonly string[],
  index: 'channelMonth' | 'sourceMonth',
  month: string,
  catalogue: Catalogue,
): { before: string | undefined; after: string | undefined } {
  const beside = ids.map((id) => catalogue.beside(index, `${id}/${month}`, `${id}/`))
  return {
    before: months(beside.map(({ before }) => before)).at(-1),
    after: months(beside.map(({ after }) => after))[0],
  }
}

export function monthsAround(
  ids: readonly string[],
  index: 'channelMonth' | 'sourceMonth',
  month: string,
  address: (month: string) => string,
  catalogue: Catalogue,
): { earlier: Link | undefined; later: Link | undefined } {
  const { before, after } = monthsBeside(ids, index, month, catalogue)
  const link = (one: string | undefined): Link | undefined =>
    one === undefined ? undefined : { text: formatDate(one), href: address(one) }
  return { earlier: link(before), later: link(after) }
}
