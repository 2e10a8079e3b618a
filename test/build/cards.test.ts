/** Where the editors want cards, each article has one, named by its page, as a clean build would leave it; elsewhere nothing changes. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ArticleDocument, SiteDocument } from '../../src/content/documents.ts'
import { EMPTY } from '../content/small.ts'
import { differences, openPaper, released, type Paper } from './paper.ts'

const STORED = { _createdAt: '2024-06-02T00:00:00Z', _updatedAt: '2024-06-02T00:00:00Z', _rev: 'r' }
const SITE: SiteDocument = {
  ...STORED,
  _id: 'site',
  _type: 'site',
  title: '禾风网',
  address: 'https://hefeng.example',
  cards: true,
}
const ARTICLE: ArticleDocument = {
  ...STORED,
  _id: 'article-qudao',
  _type: 'article',
  title: '把渠修到田头',
  publishedAt: '2024-06-02T00:30:00Z',
  address: '/n/qudao.html',
  lead: '渠水来了。',
  source: { _type: 'reference', _ref: 'source-a' },
}

function paperWith(site: SiteDocument): Paper {
  const paper = openPaper({
    ...EMPTY,
    site,
    sources: [{ ...STORED, _id: 'source-a', _type: 'source', name: '禾风日报' }],
    articles: [ARTICLE, { ...ARTICLE, _id: 'article-xue', address: '/n/xue.html', title: '雪' }],
  })
  onTestFinished(() => paper.close())
  return paper
}

const fileOf = (paper: Paper, address: string): string => join(paper.release?.folder ?? '', address)
const cardsIn = (paper: Paper): string[] =>
  readdirSync(fileOf(paper, '/n'))
    .filter((name) => name.endsWith('.card.png'))
    .toSorted()

test('each article’s page names its card, which is drawn again only when it says something else', async () => {
  const paper = paperWith(SITE)
  await paper.publish()
  expect(cardsIn(paper)).toEqual(['qudao.card.png', 'xue.card.png'])
  expect(readFileSync(fileOf(paper, '/n/qudao.html'), 'utf8')).toContain(
    'content="https://hefeng.example/n/qudao.card.png"',
  )
  const [first, other] = ['/n/qudao.card.png', '/n/xue.card.png'].map((address) => statSync(fileOf(paper, address)).ino)
  const change = (fields: Partial<ArticleDocument>): void => {
    const [article, ...rest] = paper.documents.articles
    if (article !== undefined) paper.documents = { ...paper.documents, articles: [{ ...article, ...fields }, ...rest] }
  }
  change({ lead: '渠水又来了。' })
  await paper.publish()
  expect(statSync(fileOf(paper, '/n/qudao.card.png')).ino).toBe(first)
  change({ title: '把渠修到村口' })
  await paper.publish()
  expect(statSync(fileOf(paper, '/n/qudao.card.png')).ino).not.toBe(first)
  expect(statSync(fileOf(paper, '/n/xue.card.png')).ino).toBe(other)
  paper.documents = { ...paper.documents, sources: [{ ...STORED, _id: 'source-a', _type: 'source', name: '望澜晚报' }] }
  await paper.publish()
  expect(statSync(fileOf(paper, '/n/xue.card.png')).ino).not.toBe(other)
  expect(differences(await released(paper), await paper.clean())).toEqual([])
  change({ withdrawn: { reason: '事实有误' } })
  await paper.publish()
  expect(cardsIn(paper)).toEqual(['xue.card.png'])
})

test('without the editors’ wish there is no card, and no page names one', async () => {
  const { cards: _, ...site } = SITE
  const paper = paperWith(site)
  await paper.publish()
  expect(cardsIn(paper)).toEqual([])
  expect(existsSync(fileOf(paper, '/n/qudao.card.png'))).toBe(false)
  expect(readFileSync(fileOf(paper, '/n/qudao.html'), 'utf8')).not.toContain('card')
})
