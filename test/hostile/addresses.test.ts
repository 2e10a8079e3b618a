/** No address leaves the site’s folder or takes another page’s place: it is refused by name, or the page stays inside. */
import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isAddress } from '../../sanity/schema/address.ts'
import { openDoor } from '../../src/client.ts'
import type { Documents } from '../../src/content/documents.ts'
import { AddressError } from '../../src/content/addresses.ts'
import { allPlaces, openArchive } from '../../src/content/pages.ts'
import { openPaper, readFolder } from '../site/zebian.ts'
import { TRAVERSALS } from './addresses.ts'
import { documentsWith } from './documents.ts'
import { PAYLOADS } from './payloads.ts'

const HOSTILE = [...new Set([...TRAVERSALS, ...PAYLOADS])]
const plain = documentsWith((path) =>
  /\.(?:url|home|originalUrl)$|^site\.address$/u.test(path) ? 'https://a.example' : '甲',
)

/** Whether a page may be written there: below the folder, by the straight way, with names that every disk can hold. */
function isContained(address: string): boolean {
  const segments = address.split('/').slice(1)
  return (
    address.startsWith('/') &&
    posix.normalize(address) === address &&
    address.normalize('NFKC') === address &&
    segments.every(
      (name) => /^[^.\s\p{C}\\/:*?"<>|%][^\s\p{C}\\/:*?"<>|%]*$/u.test(name) && Buffer.byteLength(name) <= 255,
    )
  )
}

/** What became of documents: `refused`, or every address that should not be. */
function outcome(documents: Documents): string[] {
  try {
    const addresses = allPlaces(openArchive(documents, new Date())).map(({ address }) => address)
    const folded = addresses.map((address) => address.normalize('NFC').toLowerCase())
    return addresses.filter((address, at) => !isContained(address) || folded.indexOf(folded[at] ?? '') !== at)
  } catch (error) {
    return error instanceof AddressError && /^expected .+, found .+;/su.test(error.message) ? [] : [String(error)]
  }
}

const PLACES: [string, (text: string) => Documents][] = [
  [
    'an article’s address',
    (address) => ({ ...plain, articles: plain.articles.map((one, at) => (at === 0 ? { ...one, address } : one)) }),
  ],
  [
    'a withdrawn article’s address',
    (address) => ({ ...plain, articles: plain.articles.map((one, at) => (at === 1 ? { ...one, address } : one)) }),
  ],
  [
    'a channel’s path',
    (path) => ({ ...plain, channels: plain.channels.map((one, at) => (at === 0 ? { ...one, path } : one)) }),
  ],
  [
    'a person’s id',
    (_id) => ({ ...plain, profiles: plain.profiles.map((one, at) => (at === 0 ? { ...one, _id } : one)) }),
  ],
  ['a source’s id', (_id) => ({ ...plain, sources: plain.sources.map((one) => ({ ...one, _id })) })],
  [
    'a picture’s id',
    (_id) => ({ ...plain, pictures: plain.pictures.map((one) => ({ ...one, _id })), articles: withPicture(_id) }),
  ],
]

function withPicture(_ref: string): Documents['articles'] {
  return plain.articles.map((article) => ({
    ...article,
    pictures: (article.pictures ?? []).map((one) => ({
      ...one,
      image: { ...one.image, asset: { _type: 'reference', _ref } },
    })),
  }))
}

describe('hostile addresses', () => {
  it('are more than 300', () => {
    console.log(
      `Hostile addresses: ${TRAVERSALS.length}, and ${HOSTILE.length - TRAVERSALS.length} payloads as addresses.`,
    )
    expect(TRAVERSALS.length).toBeGreaterThan(300)
    expect(outcome(plain)).toEqual([])
  })

  it.each(PLACES)('as %s are refused, or stay inside and take no other page’s place', (_, documents) => {
    const escaped = HOSTILE.flatMap((text) =>
      outcome(documents(text)).map((found) => `${JSON.stringify(text)}: ${found}`),
    )
    expect(escaped).toEqual([])
  })

  it('are refused by the rule of the Studio', () => {
    expect(TRAVERSALS.filter(isAddress)).toEqual([])
  })

  it('are all seen by the test when nothing refuses them', () => {
    const unseen = TRAVERSALS.filter((address) => isContained(address) && /\.\.|%|\\|\0/u.test(address))
    expect(unseen).toEqual([])
  })
})

describe('two documents for one address', () => {
  const [article] = plain.articles
  const twice = (first: string, second: string): Documents => ({
    ...plain,
    articles:
      article === undefined
        ? []
        : [
            { ...article, address: first },
            { ...article, _id: 'article-z', address: second },
          ],
  })

  it.each([
    ['/2024/a.html', '/2024/a.html'],
    ['/2024/a.html', '/2024/A.html'],
    ['/2024/渠A.html', '/2024/渠a.html'],
  ])('are refused: %s and %s', (first, second) => {
    expect(() => openArchive(twice(first, second), new Date())).toThrow(AddressError)
    expect(() => openArchive(twice(first, second), new Date())).toThrow(/found two: article-a and article-z/u)
  })

  it('are refused for channels, people and sources too', () => {
    const [channel] = plain.channels
    const [person] = plain.profiles
    const [source] = plain.sources
    const doubled = [
      {
        ...plain,
        channels: [channel, channel].flatMap((one) => one ?? []).map((one, at) => ({ ...one, _id: `channel-${at}` })),
      },
      {
        ...plain,
        profiles: [person, person]
          .flatMap((one) => one ?? [])
          .map((one, at) => ({ ...one, _id: at === 0 ? 'profile-a' : 'profile-A' })),
      },
      {
        ...plain,
        profiles: [person, person]
          .flatMap((one) => one ?? [])
          .map((one, at) => ({ ...one, _id: at === 0 ? 'profile-a' : 'a' })),
      },
      {
        ...plain,
        sources: [source, source]
          .flatMap((one) => one ?? [])
          .map((one, at) => ({ ...one, _id: at === 0 ? 'source-a' : 'a' })),
      },
    ]
    for (const documents of doubled) expect(() => openArchive(documents, new Date())).toThrow(AddressError)
  })
})

describe('a real build', () => {
  const article = { _type: 'article', title: '渠水', publishedAt: '2024-06-02T00:30:00Z', lead: '渠水到了。' }

  it.each([
    { ...article, _id: 'article-b', address: '/../../escaped.html' },
    { ...article, _id: 'article-b', address: '../escaped.html' },
    { ...article, _id: 'article-b', address: '/index.html' },
    { _type: 'channel', _id: 'channel-b', name: '乙', path: '../../escaped' },
    { _type: 'channel', _id: 'channel-b', name: '乙', path: '../index' },
    { _type: 'channel', _id: 'channel-b', name: '乙', path: '/../../../../../../../../tmp/escaped' },
  ])('writes nothing outside its folder: %j', async (hostile) => {
    const paper = await openPaper()
    onTestFinished(() => paper.close())
    const door = openDoor(paper.settings)
    await door.client.createOrReplace(Object.assign({ address: '/2024/0602/a.html' }, article, { _id: 'article-a' }))
    await door.client.createOrReplace<Record<string, unknown>>(hostile)
    door.close()
    const { code, out, err } = await paper.run(['build'])
    // But for what a build reminds editors of.
    const errors = err.split('\n').filter((line) => line !== '' && !line.includes('请核对'))
    expect({ code, errors }).toEqual({ code: 3, errors: [] })
    expect(out).toMatch(new RegExp(`未上网　${hostile._id}（(?:address|path)）`, 'u'))
    const written = [...(await readFolder(paper.folder)).keys()].filter((path) => !path.startsWith('lake.sqlite'))
    expect(written.filter((path) => !path.startsWith('site.releases/'))).toEqual([])
    expect(written.filter((path) => path.includes('escaped'))).toEqual([])
    expect(await readFile(join(paper.site, 'index.html'), 'utf8')).toContain('/2024/0602/a.html')
  })
})
