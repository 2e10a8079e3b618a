/**
 * Times that a page's code gives, for pages that show none that is whole: in metas, in JSON-LD, and in the script that WeChat's pages
 * make their date of.
 *
 *   stampsOf(sheet of <meta itemprop="dateUpdate" content="2019-09-30 22:46:13">)  →  ['2019-09-30 22:46:13']
 *   stampsOf(sheet of <script>var ct = "1581517074"</script>)                     →  ['2020-02-12 22:17:54']
 *
 * What the page shows is always preferred: of metas with a date, most have the day that something was saved.
 */
import { formatOffset } from '../../text/dates.ts'
import type { Sheet } from './sheet.ts'
import { attributeOf, type Element } from './tree.ts'

const NAMED = /date|time|publish/iu
const LOCAL =
  /(?<!\d)(?<day>(?:19|20)\d{2}-\d{2}-\d{2})(?:[ T](?<clock>\d{2}:\d{2}(?::\d{2})?)(?<zone>Z|[+-]\d{2}:?\d{2})?)?/u
const PUBLISHED = /"(?:datePublished|pubDate|publishTime)"\s*:\s*"(?<value>[^"]{10,40})"/gu
/** Seconds since 1970, of which WeChat's page makes “昨天” in the reader's browser. */
const SECONDS = /\bct\s?=\s?"(?<value>1\d{9})"/u

/** Local times of the page's clock, the most trusted first. */
export function stampsOf({ head, scripts }: Pick<Sheet, 'head' | 'scripts'>): string[] {
  const metas = head.flatMap((element) => {
    const name = ['property', 'name', 'itemprop'].map((one) => attributeOf(element, one) ?? '').join(' ')
    return NAMED.test(name) ? [attributeOf(element, 'content') ?? ''] : []
  })
  const code = scripts.map(textOf)
  const seconds = code.flatMap((text) => SECONDS.exec(text)?.groups?.['value'] ?? [])
  const published = code.flatMap((text) => [...text.matchAll(PUBLISHED)].map(({ groups }) => groups?.['value'] ?? ''))
  return [
    ...seconds.map((value) => localOf(new Date(Number(value) * 1000).toISOString())),
    ...[...metas, ...published].flatMap((value) => stampIn(value) ?? []),
  ]
}

function stampIn(value: string): string | undefined {
  const { day, clock, zone } = LOCAL.exec(value)?.groups ?? {}
  if (day === undefined) return undefined
  if (clock === undefined) return day
  if (zone === undefined) return `${day} ${clock}`
  const time = Date.parse(`${day}T${clock}${zone}`)
  return Number.isNaN(time) ? undefined : localOf(new Date(time).toISOString())
}

const localOf = (instant: string): string => formatOffset(instant).slice(0, 19).replace('T', ' ')

const textOf = ({ childNodes }: Element): string =>
  childNodes.map((node) => ('value' in node ? node.value : '')).join('')
