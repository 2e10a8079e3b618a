/** The sample paper: whole, ours, and using everything that the schema offers. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isAddress } from '../../sanity/schema/address.ts'
import { schemaTypes } from '../../sanity/schema/index.ts'
import { CREDIT_PLACES } from '../../sanity/schema/creditLine.ts'
import { ROLES } from '../../sanity/schema/roles.ts'
import { parseCreditLine } from '../../src/text/credits/parse.ts'
import {
  bodyOf,
  fieldsIn,
  fieldsOf,
  hanCount,
  isJson,
  listOf,
  objectsIn,
  readDocuments,
  references,
  textOf,
} from './documents.ts'

const SANITY = new URL('../../sanity/', import.meta.url)
const raw = readFileSync(new URL('sample.ndjson', SANITY), 'utf8')
const documents = readDocuments(new URL('sample.ndjson', SANITY))
const articles = documents.filter((document) => document['_type'] === 'article')
const ids = documents.map((document) => textOf(document['_id']))
const title = (article: (typeof articles)[number]): string => textOf(article['title'])
const attributions = articles.flatMap((article) => listOf(article['attributions']))

/** People and the outlet of a real page that the tests elsewhere read: nothing of it may be in what we ship. */
const REAL =
  '陆金帅 巴特尔 穆再排尔 古丽巴哈 张秋明 王向阳 恰力哈尔 张艳芳 于梦冉 陈蔷薇 热依达 王前喜 殷婷婷 杨睿 韩婷 新疆日报 人民网'.split(
    ' ',
  )

describe('the file', () => {
  it('has documents with unique ids without dots, in the order site, channels, sources, profiles, articles', () => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z0-9-]+$/u.test(id))).toEqual([])
    const order = ['site', 'channel', 'source', 'profile', 'article']
    const ranks = documents.map((document) => order.indexOf(textOf(document['_type'])))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(ids.filter((id) => id === 'site')).toEqual(['site'])
    const days = articles.map((article) => textOf(article['publishedAt']))
    expect(days).toEqual(days.toSorted())
  })

  it('points only at documents that are there, and at every one of them', () => {
    const wanted = new Set(references(documents))
    expect([...wanted].filter((id) => !ids.includes(id))).toEqual([])
    expect(ids.filter((id) => /^(?:profile|source|channel)-/u.test(id) && !wanted.has(id))).toEqual([])
  })

  it('gives every object in an array a key of its own', () => {
    const arrays = objectsIn(documents).flatMap((object) =>
      Object.values(object).filter((value) => Array.isArray(value)),
    )
    for (const array of arrays.map(listOf).filter((objects) => objects.length > 0)) {
      const keys = array.map((object) => textOf(object['_key']))
      expect(keys).not.toContain('')
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('brings its pictures, each under 20 kB', () => {
    const assets = objectsIn(documents).map((object) => textOf(object['_sanityAsset']))
    const files = [...new Set(assets.filter((asset) => asset !== ''))]
    expect(files.length).toBeGreaterThanOrEqual(6)
    const paths = files.map((file) => new URL(file.replace(/^image@file:\/\//u, ''), SANITY))
    expect(paths.filter((path) => !existsSync(path) || statSync(path).size >= 20_000)).toEqual([])
  })
})

describe('what it shows', () => {
  it('fills every field of every type', () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('schema.json', SANITY), 'utf8'))
    const fields = fieldsOf(
      listOf(schema),
      schemaTypes.map((type) => type.name),
    )
    const used = fieldsIn(documents)
    expect(fields.length).toBeGreaterThan(70)
    expect(fields.filter((field) => !used.has(field))).toEqual([])
  })

  it('credits someone in every role and prints a line in every place', () => {
    const roles = new Set(attributions.map((attribution) => attribution['role']))
    expect(ROLES.filter((role) => !roles.has(role.id)).map((role) => role.id)).toEqual([])
    const places = new Set(articles.flatMap((article) => listOf(article['creditLines']).map((line) => line['place'])))
    expect(CREDIT_PLACES.filter((place) => !places.has(place.value))).toEqual([])
  })

  it('has people that a careless reader of names gets wrong', () => {
    const profiles = documents.filter((document) => document['_type'] === 'profile')
    const names = profiles.map((profile) => textOf(profile['name']))
    expect(names.filter((name) => name.includes('\u00b7')).length).toBeGreaterThanOrEqual(3)
    expect(names.filter((name) => [...name].length === 2).length).toBeGreaterThanOrEqual(5)
    expect(names.filter((name) => name.startsWith('欧阳'))).toHaveLength(1)
    expect(names.length - new Set(names).size).toBe(1)
    expect(names.filter((name) => /[•・‧∙⋅]/u.test(name))).toEqual([])
  })

  it('has a withdrawn article, and one that no reader may see yet', () => {
    expect(articles.filter((article) => isJson(article['withdrawn']))).toHaveLength(1)
    expect(articles.filter((article) => textOf(article['embargo']) > '2098')).toHaveLength(1)
  })
})

describe('its articles', () => {
  it('are of a length to read', () => {
    const lengths = articles.map((article) => ({ title: title(article), letters: hanCount(bodyOf(article)) }))
    expect(articles.length).toBeGreaterThanOrEqual(18)
    expect(lengths.filter(({ letters }) => letters < 600 || letters > 2500)).toEqual([])
    expect(new Set(articles.map((article) => bodyOf(article).slice(0, 6))).size).toBe(articles.length)
  })

  it('have addresses that can be served, none twice', () => {
    const addresses = articles.flatMap((article) => [
      textOf(article['address']),
      ...(Array.isArray(article['formerAddresses']) ? article['formerAddresses'].map(textOf) : []),
    ])
    expect(addresses.filter((address) => !isAddress(address))).toEqual([])
    expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(addresses.length)
  })

  it('have the punctuation of Chinese print', () => {
    const half = /[\p{Script=Han}”’》）]\s*[,;:!?"'()]|[,;:!?"'()]\s*[\p{Script=Han}“‘《（]/u
    const wrong = articles.filter((article) => half.test(bodyOf(article).replaceAll(/\]\([^)\s]*\)/gu, ']')))
    expect(wrong.map(title)).toEqual([])
    const quotes = articles.filter(
      (article) =>
        [...bodyOf(article)].filter((sign) => sign === '“').length !==
        [...bodyOf(article)].filter((sign) => sign === '”').length,
    )
    expect(quotes.map(title)).toEqual([])
    expect(raw).not.toMatch(/\uFFFD|　|\.\.\.|--/u)
  })

  it('print credit lines that name the same people in the same order', () => {
    for (const article of articles.filter((one) => listOf(one['creditLines']).length > 0)) {
      const lines = listOf(article['creditLines']).filter(
        (line) => !['head', 'originalTitle'].includes(textOf(line['place'])),
      )
      const credits = lines.flatMap((line) => parseCreditLine(textOf(line['text']), { bare: true })?.credits ?? [])
      const printed = credits.flatMap(({ role, people, placeholder }) =>
        [...people.map(({ name }) => name), placeholder].filter((name) => name !== '').map((name) => `${role} ${name}`),
      )
      const structured = listOf(article['attributions']).map((one) => `${textOf(one['role'])} ${textOf(one['name'])}`)
      expect({ title: title(article), credits: printed }).toEqual({ title: title(article), credits: structured })
    }
  })

  it('are our own', () => {
    expect(REAL.filter((name) => raw.includes(name))).toEqual([])
    const hosts = [...raw.matchAll(/https?:\/\/(?<host>[^/"\s)]+)/gu)].map((match) => match.groups?.['host'] ?? '')
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([])
  })
})
