/**
 * An article's versions as Memento tells them (RFC 7089): a TimeMap in link format, and in the JSON that Memento's aggregators write.
 *
 *   timeMap(page, versions)      →  '<https://hefeng.example/2024/0602/a1.html>;rel="original",\n<…>;rel="self";type="application/link-format"…'
 *   timeMapJson(page, versions)  →  { original_uri: '…', mementos: { first: { datetime, uri }, last, list: [...] }, timemap_uri: { … } }
 *
 * Each entry has its instant, so that whoever can answer by `Accept-Datetime` (a TimeGate) needs no more than this. The first entry is the
 * first version that this archive published, not the first that anyone did.
 */
import type { ArticlePage } from '../content/article.ts'
import { listAddress, versionAddress } from '../content/kinds/version.ts'
import { hrefOf } from '../content/links.ts'
import type { Version } from '../content/versions.ts'
import { whole } from './addresses.ts'

/** RFC 9110 5.6.7, as `Memento-Datetime` is written: `Wed, 05 Jun 2024 09:00:00 GMT`. */
const httpDate = ({ at }: Version): string => new Date(at).toUTCString()

export function timeMap(page: ArticlePage, versions: readonly Version[]): string {
  const last = versions.length - 1
  const [first, newest] = [versions[0], versions[last]]
  const span =
    first === undefined || newest === undefined ? '' : `;from="${httpDate(first)}";until="${httpDate(newest)}"`
  const links = [
    `<${uriOf(page, page.address)}>;rel="original"`,
    `<${uriOf(page, listAddress(page.address, 'timemap.link'))}>;rel="self";type="application/link-format"${span}`,
    ...versions.map((version, at) => {
      const rel = ['memento', ...(at === 0 ? ['first'] : []), ...(at === last ? ['last'] : [])].toReversed().join(' ')
      return `<${uriOf(page, versionAddress(page.address, version))}>;rel="${rel}";datetime="${httpDate(version)}"`
    }),
  ]
  return `${links.join(',\n')}\n`
}

/** Instants in UTC to the second, as the JSON of https://timetravel.mementoweb.org/guide/api/ has them. */
export function timeMapJson(page: ArticlePage, versions: readonly Version[]): object {
  const list = versions.map((version) => ({
    datetime: `${new Date(version.at).toISOString().slice(0, 19)}Z`,
    uri: uriOf(page, versionAddress(page.address, version)),
  }))
  return {
    original_uri: uriOf(page, page.address),
    self: uriOf(page, listAddress(page.address, 'timemap.json')),
    mementos: { first: list[0], last: list.at(-1), list },
    timemap_uri: {
      link_format: uriOf(page, listAddress(page.address, 'timemap.link')),
      json_format: uriOf(page, listAddress(page.address, 'timemap.json')),
    },
  }
}

const uriOf = ({ site }: ArticlePage, address: string): string => whole(site, hrefOf(address))
