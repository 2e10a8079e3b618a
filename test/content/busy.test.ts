/** Lists of a busy archive: each page within TCP's first flight, and no article lost by cutting. */
import { beforeAll, describe, expect, it } from 'vitest'
import { archiveDocuments, type ArchiveDocument } from '../../bench/archive.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { formatPeriod, formatWithin, isOfDays, narrower, periodsAt } from '../../src/content/periods.ts'
import { placesOf } from '../../src/content/pages.ts'
import { draw } from '../../src/site/draw.ts'

const MOST_BYTES = 14_000
const LISTS = [
  'front',
  'day',
  'month',
  'year',
  'years',
  'channel',
  'channelMonth',
  'source',
  'sourceMonth',
  'person',
  'personMonth',
  'everyone',
  'topic',
  'people',
] as const
const ARTICLES = 1200
const PER_DAY = 50

/** Fifty articles a day, a quarter of an hour apart: what a busy paper prints in a month. */
const busyMinute = (at: number): string =>
  new Date(Date.UTC(2024, 4, 17 + Math.floor(at / PER_DAY), 0, (at % PER_DAY) * 15)).toISOString()

function busyArchive(): { site: Map<string, string>; addresses: string[] } {
  const all = [...archiveDocuments(ARTICLES)]
  const of = <Type extends ArchiveDocument['_type']>(type: Type) =>
    all.filter((one): one is Extract<ArchiveDocument, { _type: Type }> => one._type === type)
  const articles = of('article').map((article, at) => ({ ...article, publishedAt: busyMinute(at) }))
  const documents = {
    site: undefined,
    channels: of('channel'),
    sources: of('source'),
    profiles: of('profile'),
    pictures: [],
    articles,
  }
  const catalogue = catalogueOf(documents, new Date('2026-01-01T00:00:00Z'))
  const places = LISTS.flatMap((kind) => placesOf(kind, catalogue))
  const site = new Map(places.map((place) => [place.address, draw(place, catalogue) ?? '']))
  return { site, addresses: articles.map(({ address }) => address) }
}

let archive: ReturnType<typeof busyArchive>
beforeAll(() => {
  archive = busyArchive()
})

describe('the lists of a busy archive', () => {
  it('weigh at most 14,000 bytes each', () => {
    const heavy = [...archive.site]
      .map(([address, page]) => ({ address, bytes: Buffer.byteLength(page) }))
      .toSorted((a, b) => b.bytes - a.bytes)
    console.log(`The heaviest of ${heavy.length} lists: ${heavy[0]?.address}, ${heavy[0]?.bytes} bytes.`)
    expect(heavy.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([])
  })

  it.each([
    ['days', /^\/days\/2024\/\d{4}\b.*\.html$/u],
    ['channels', /^\/channels\/.*\/2024-.*\.html$/u],
    ['sources', /^\/sources\/.*\/2024-.*\.html$/u],
    ['people', /^\/people\/.*\/2024-.*\.html$/u],
  ])('of %s name every article, whole or in their parts', (_, isOne) => {
    const named = new Set(
      [...archive.site]
        .filter(([address]) => isOne.test(address))
        .flatMap(([, page]) => [...page.matchAll(/href="(?<to>\/n2\/[^"]+)"/gu)].map(({ groups }) => groups?.['to'])),
    )
    expect(archive.addresses.filter((address) => !named.has(address))).toEqual([])
  })

  it('lead from a month that is cut to each of its parts, and from there on', () => {
    const hrefs = (address: string): string[] =>
      [...(archive.site.get(address) ?? '').matchAll(/<a href="(?<to>\/channels\/yaowen\/2024-[^"]+)"/gu)].flatMap(
        ({ groups }) => groups?.['to'] ?? [],
      )
    const seen = new Set(['/channels/yaowen/2024-05.html'])
    for (const address of seen) for (const to of hrefs(address)) seen.add(to)
    const all = [...archive.site.keys()].filter((address) => address.startsWith('/channels/yaowen/2024-'))
    expect(all).toContain('/channels/yaowen/2024-06-shang.html')
    expect([...seen].toSorted()).toEqual(all.toSorted())
  })
})

describe('a period', () => {
  it.each([
    ['2024-06-10T15:59:00Z', ['2024-06', '2024-06-shang', '2024-06-10', '2024-06-10-23']],
    ['2024-06-10T16:00:00Z', ['2024-06', '2024-06-zhong', '2024-06-11', '2024-06-11-00']],
    ['2024-06-20T16:00:00Z', ['2024-06', '2024-06-xia', '2024-06-21', '2024-06-21-00']],
  ])('around %s is a month, ten days, a day, an hour of Beijing', (instant, periods) => {
    expect(periodsAt(instant)).toEqual(periods)
    expect(periods.map((period) => narrower(period, instant))).toEqual([...periods.slice(1), undefined])
    expect(periods.map(isOfDays)).toEqual([true, true, false, false])
  })

  it('is named in full, and short within a wider one', () => {
    const periods = ['2024-06', '2024-06-shang', '2024-06-02', '2024-06-02-08']
    expect(periods.map(formatPeriod)).toEqual(['2024年6月', '2024年6月上旬', '2024年6月2日', '2024年6月2日8时'])
    expect(periods.slice(1).map(formatWithin)).toEqual(['上旬', '2日', '8时'])
  })
})
