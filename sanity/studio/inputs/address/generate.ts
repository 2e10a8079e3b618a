/**
 * An address in the original's manner: by day, then channel and number.
 *
 *   generateAddress({ publishedAt: '2024-06-02T00:30:00Z', channel: 'xiangcun', id: 'drafts.3f0c1a2b-…' })
 *     →  '/2024/0602/xiangcun-3f0c1a2b.html'
 *   generateAddress({ publishedAt: undefined, … })  →  undefined: there is no day yet
 *
 * The number comes from the document's own id, so that a second press gives the same address again; `more` letters when it is taken.
 */
import { isAddress } from '../../../schema/address.ts'
import { dayOf } from '../../../../src/text/dates.ts'

interface Given {
  publishedAt: string | undefined
  channel: string | undefined
  id: string
}

export function generateAddress({ publishedAt, channel, id }: Given, letters = 8): string | undefined {
  if (publishedAt === undefined || Number.isNaN(Date.parse(publishedAt))) return undefined
  const [year = '', month = '', day = ''] = dayOf(new Date(publishedAt).toISOString()).split('-')
  const number = id
    .replace(/^drafts\./u, '')
    .replaceAll(/[^A-Za-z0-9]/gu, '')
    .slice(0, letters)
  const name = [channel, number === '' ? 'a' : number].filter(Boolean).join('-')
  const address = `/${year}/${month}${day}/${name}.html`
  return isAddress(address) ? address : undefined
}

/** Who else is served, or was, at an address; and where this article stands on the site now. */
export const HOLDER_QUERY = `{
  "holder": *[_type == "article" && !(_id in [$id, "drafts." + $id]) && (lower(address) == lower($address) || $address in formerAddresses)][0]{ _id, title },
  "live": *[_id == $id][0].address
}`
