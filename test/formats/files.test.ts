/** Sitemaps, exchange formats and references, valid by their published schemas; and each check catches a fault that is planted. */
import { describe, expect, it } from 'vitest'
import schema from '../../sanity/schema.json' with { type: 'json' }
import { headOf } from '../../src/content/catalogue.ts'
import { cslItem } from '../../src/formats/csl.ts'
import { extractedSchema, jsonSchema } from '../../src/formats/jsonSchema.ts'
import { newsmlMessage } from '../../src/formats/newsml.ts'
import { ninjsItem, ninjsPackage } from '../../src/formats/ninjs.ts'
import { oembed } from '../../src/formats/oembed.ts'
import { referenceOf } from '../../src/formats/reference.ts'
import { monthSitemap, newsSitemap, sitemapIndex } from '../../src/formats/sitemap.ts'
import { cases, spoilt } from './cases.ts'
import { documentsWith, everyRole, pageOf } from './paper.ts'
import { checkNewsmlRules, checkNinjsRules } from './newsRules.ts'
import { checkNewsSitemap } from './rules.ts'
import { checkJson, checkNewsml, checkNinjs, checkSitemap, checkXml, heldBy } from './validators.ts'

const page = pageOf(everyRole)
const NINJS_FAULTS = [
  { credits: [] },
  { pubStatus: 'withdrawn' },
  { uri: 'not an address' },
  { people: [{ order: 1 }] },
  { versionCreated: '2024-06-02' },
]
const NEWSML_FAULTS = [
  { place: /<itemClass [^>]*>/u, fault: '' },
  { place: /<versionCreated>.*<\/versionCreated>/u, fault: '<versionCreated>June</versionCreated>' },
  { place: '<creator role=', fault: '<author role=' },
  { place: 'standard="NewsML-G2"', fault: '' },
  { place: /(<pubStatus [^>]*>)\n(<title>.*<\/title>)/u, fault: '$2\n$1' },
]
const NOW = new Date('2024-06-03T00:00:00Z')

describe('a sitemap', () => {
  const listed = { address: '/2024/0602/渠水.html', updatedAt: '2024-06-02T00:30:00Z' }
  const news = { ...listed, title: page.title, publishedAt: page.publishedAt }

  it('is valid by the XSD of sitemaps.org, and written in its namespace', () => {
    expect(checkSitemap(monthSitemap(page.site, [listed]))).toEqual([])
    expect(monthSitemap(page.site, [listed])).toContain(
      '<loc>https://hefeng.example/2024/0602/%E6%B8%A0%E6%B0%B4.html</loc><lastmod>2024-06-02T08:30:00+08:00</lastmod>',
    )
    expect(sitemapIndex(page.site, ['/sitemaps/2024-06.xml'])).toContain(
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<sitemap><loc>https://hefeng.example/sitemaps/2024-06.xml</loc></sitemap>',
    )
  })

  it('for Google News keeps Google’s rules, and is valid by the XSD where news is left out', () => {
    const text = newsSitemap(page.site, [news])
    expect(checkNewsSitemap(text, NOW)).toEqual([])
    expect(checkSitemap(text.replaceAll(/<news:news>[\s\S]*?<\/news:news>/gu, ''))).toEqual([])
  })

  it('is checked so that a planted fault is caught', () => {
    const month = monthSitemap(page.site, [listed])
    expect(checkSitemap(spoilt(month, /<loc>.*<\/loc>/u, ''))).not.toEqual([])
    expect(checkSitemap(spoilt(month, /<lastmod>.*<\/lastmod>/u, '<lastmod>June</lastmod>'))).not.toEqual([])
    const text = newsSitemap(page.site, [news])
    expect(checkNewsSitemap(text, new Date('2024-06-05T00:00:00Z'))).not.toEqual([])
    expect(checkNewsSitemap(spoilt(text, /<news:title>.*<\/news:title>/u, ''), NOW)).not.toEqual([])
  })
})

describe('an exchange format of an article', () => {
  it.each(cases)('$name is JSON and XML that can be read', ({ page: one }) => {
    expect(JSON.parse(JSON.stringify(ninjsItem(one)))).toMatchObject({ type: 'text', pubStatus: 'usable' })
    expect(checkXml(newsmlMessage(one.site, [one]))).toEqual([])
  })

  it.each(cases)('$name keeps the written rules of ninjs and of NewsML-G2', ({ page: one }) => {
    expect(checkNinjsRules(ninjsItem(one))).toEqual([])
    const heads = documentsWith([everyRole]).articles.map(headOf)
    expect(checkNinjsRules(ninjsPackage(one.site, '2024-06-02', heads, '/days/2024/0602.ninjs.json'))).toEqual([])
    expect(checkNewsmlRules(newsmlMessage(one.site, [one]))).toEqual([])
  })

  it.each(NINJS_FAULTS)('is checked by the rules of ninjs so that %j is caught', (fault) => {
    expect(checkNinjsRules({ ...ninjsItem(page), ...fault })).not.toEqual([])
  })

  it.each(NEWSML_FAULTS)(
    'is checked by the rules of NewsML-G2 so that $place made “$fault” is caught',
    ({ place, fault }) => {
      const text = spoilt(newsmlMessage(page.site, [page]), place, fault)
      expect(checkNewsmlRules(text.replaceAll(/(<author[^>]*>.*?)<\/creator>/gu, '$1</author>'))).not.toEqual([])
    },
  )

  it.each(heldBy('ninjs', cases))('$name is valid by IPTC’s schema of ninjs 3.1', ({ page: one }) => {
    expect(checkNinjs(ninjsItem(one))).toEqual([])
    const heads = documentsWith([everyRole]).articles.map(headOf)
    expect(checkNinjs(ninjsPackage(one.site, '2024-06-02', heads, '/days/2024/0602.ninjs.json'))).toEqual([])
  })

  it.each(heldBy('ninjs', NINJS_FAULTS))('is checked by that schema so that %j is caught', (fault) => {
    expect(checkNinjs({ ...ninjsItem(page), ...fault })).not.toEqual([])
  })

  it.each(heldBy('newsml', cases))('$name is valid by IPTC’s schema of NewsML-G2 2.35', ({ page: one }) => {
    expect(checkNewsml(newsmlMessage(one.site, [one]))).toEqual([])
  })

  it.each(heldBy('newsml', NEWSML_FAULTS))(
    'is checked by that schema so that $place made “$fault” is caught',
    ({ place, fault }) => {
      const text = spoilt(newsmlMessage(page.site, [page]), place, fault)
      expect(checkNewsml(text.replaceAll(/(<author[^>]*>.*?)<\/creator>/gu, '$1</author>'))).not.toEqual([])
    },
  )
})

describe('the JSON Schema of the model', () => {
  const own = jsonSchema(extractedSchema(schema))
  const { site, channels, sources, profiles, articles } = documentsWith([everyRole])

  it('takes every document of the paper', () => {
    const documents = [site, ...channels, ...sources, ...profiles, ...articles]
    expect(documents.flatMap((document) => checkJson(own, document))).toEqual([])
  })

  it.each([
    { title: 7 },
    { publishedAt: undefined },
    { _type: 'artikel' },
    { attributions: [{ role: 'boss', name: 'a' }] },
  ])('catches %j', (fault) => {
    expect(checkJson(own, { ...everyRole, ...fault })).not.toEqual([])
  })
})

describe('a reference', () => {
  it('is CSL-JSON with the fields that its schema names and no other', () => {
    const known = new Set([
      'id',
      'type',
      'title',
      'author',
      'editor',
      'translator',
      'container-title',
      'publisher',
      'issued',
      'URL',
      'language',
      'custom',
    ])
    expect(Object.keys(cslItem(referenceOf(page))).filter((name) => !known.has(name))).toEqual([])
  })

  it('is an oEmbed answer with what version 1.0 asks of a link', () => {
    expect(oembed(page)).toMatchObject({
      version: '1.0',
      type: 'link',
      thumbnail_url: expect.stringMatching(/^https:/u),
      thumbnail_width: 960,
      thumbnail_height: 640,
    })
  })
})
