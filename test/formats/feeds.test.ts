/** JSON-LD and feeds, valid by their vocabulary, schema or written rules; and each check catches a fault that is planted. */
import { describe, expect, it } from 'vitest'
import { atomFeed } from '../../src/formats/atom.ts'
import { jsonFeed } from '../../src/formats/jsonFeed.ts'
import { rssFeed } from '../../src/formats/rss.ts'
import { cases, spoilt } from './cases.ts'
import { feedOf } from './feeds.ts'
import { everyRole, pageOf } from './paper.ts'
import { checkAtomRules, checkJsonFeed, checkRss } from './rules.ts'
import { checkLinked } from './schemaOrg.ts'
import { checkAtom, heldBy } from './validators.ts'

const page = pageOf(everyRole)
const DELETED = [{ id: 'article-b', at: '2024-06-09T00:00:00Z' }]

describe('JSON-LD', () => {
  it.each(cases)(
    'of an article $name has only types and properties of schema.org, each with what it takes',
    ({ page: one }) => {
      expect(checkLinked(JSON.parse(JSON.stringify(one.data)))).toEqual([])
    },
  )

  it.each([
    [{ headlin: 'a' }, 'NewsArticle has no headlin'],
    [{ author: { '@type': 'Persona', name: 'a' } }, 'schema.org has no type Persona'],
    [{ author: { '@type': 'Place', name: 'a' } }, 'NewsArticle.author takes no Place'],
    [{ datePublished: '2024-06-02' }, 'NewsArticle.datePublished takes no “2024-06-02”'],
    [{ correction: [{ '@type': 'CorrectionComment', txt: 'a' }] }, 'CorrectionComment has no txt'],
  ])('is checked so that %j is caught', (fault, wrong) => {
    expect(checkLinked({ '@type': 'NewsArticle', ...fault })).toContain(wrong)
  })
})

describe('a feed', () => {
  it.each(cases.filter(({ page: { site } }) => site.origin !== undefined))(
    'of an article $name keeps the rules of RSS 2.0, Atom and JSON Feed',
    ({ page: one }) => {
      const feed = feedOf([one], DELETED)
      expect({
        rss: checkRss(rssFeed(feed)),
        atom: checkAtomRules(atomFeed(feed)),
        json: checkJsonFeed(jsonFeed(feed)),
      }).toEqual({ rss: [], atom: [], json: [] })
    },
  )

  it.each(heldBy('atom', cases))('of an article $name is valid by the RELAX NG schema of RFC 4287', ({ page: one }) => {
    expect(checkAtom(atomFeed(feedOf([one], DELETED)))).toEqual([])
  })

  it.each(heldBy('atom', [{ place: /<entry>\n<title>.*<\/title>/u, fault: '<entry>' }]))(
    'is checked by that schema so that $place made “$fault” is caught',
    ({ place, fault }) => {
      expect(checkAtom(spoilt(atomFeed(feedOf([page])), place, fault))).not.toEqual([])
    },
  )

  it('tells who subscribed of what was withdrawn', () => {
    expect(atomFeed(feedOf([page], DELETED))).toContain(
      '<at:deleted-entry ref="https://hefeng.example/#article-b" when="2024-06-09T08:00:00+08:00"/>',
    )
    expect(jsonFeed(feedOf([page], DELETED))).toContain(
      '"_deleted":{"items":[{"id":"https://hefeng.example/#article-b"',
    )
  })

  it.each([
    [/<pubDate>.*<\/pubDate>/u, '<pubDate>2024-06-02T08:30:00+08:00</pubDate>'],
    [/<link>https:.*<\/link>/u, '<link>/</link>'],
    [/<guid[^>]*>.*<\/guid>\n/u, ''],
    ['<description>澄河两岸，一日一报</description>', ''],
    ['</item>', '</item><item/>'],
    ['&lt;', '<'],
  ])('of RSS is checked so that %s made “%s” is caught', (place, fault) => {
    expect(checkRss(spoilt(rssFeed(feedOf([page])), place, fault))).not.toEqual([])
  })

  it.each([
    [/<updated>.*<\/updated>/u, ''],
    [/<published>.*<\/published>/u, '<published>Sun, 02 Jun 2024 00:30:00 GMT</published>'],
    [/<author><name>骆丙舟<\/name><\/author>/u, '<author/>'],
    [/<id>.*#article-a1<\/id>/u, '<id>not an iri</id>'],
  ])('of Atom is checked so that %s made “%s” is caught', (place, fault) => {
    expect(checkAtomRules(spoilt(atomFeed(feedOf([page])), place, fault))).not.toEqual([])
  })

  it.each([
    ['version/1.1', 'version/2'],
    ['"id":"https://hefeng.example/#article-a1"', '"id":""'],
    ['"_credits":{"people":[', '"_credits":[{"people":['],
    [/"content_html":".*?<\/p>\\n",/u, ''],
    ['"url":"https://hefeng.example/2024', '"url":"/2024'],
  ])('of JSON is checked so that %s made “%s” is caught', (place, fault) => {
    const text = spoilt(jsonFeed(feedOf([page])), place, fault)
    expect(checkJsonFeed(text.includes('"_credits":[') ? text.replace(/\]\}(?=\}\]\}\n$)/u, ']}]') : text)).not.toEqual(
      [],
    )
  })
})
