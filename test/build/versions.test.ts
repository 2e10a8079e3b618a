/** What readers could read stays readable at an address of its own, and what is withdrawn leaves with everything that it ever said. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ArticleDocument } from '../../src/content/documents.ts'
import { EMPTY } from '../content/small.ts'
import { differences, openPaper, released, treeOf, type Paper } from './paper.ts'

const FIRST: ArticleDocument = {
  _createdAt: '2024-06-02T00:00:00Z',
  _updatedAt: '2024-06-02T00:00:00Z',
  _id: 'article-qudao',
  _rev: 'r',
  _type: 'article',
  title: '把渠修到田头',
  publishedAt: '2024-06-02T00:30:00Z',
  address: '/n/qudao.html',
  lead: '渠水来了，浇了三百亩地。',
}

function paperOf(): Paper {
  const paper = openPaper({ ...EMPTY, articles: [FIRST, { ...FIRST, _id: 'article-xue', address: '/n/xue.html' }] })
  onTestFinished(() => paper.close())
  return paper
}

/** One edit a day. */
function edit(paper: Paper, day: number, fields: object): void {
  const _updatedAt = `2024-06-${String(day).padStart(2, '0')}T09:00:00Z`
  const articles = paper.documents.articles.map((one) =>
    one._id === FIRST._id ? { ...one, ...fields, _updatedAt } : one,
  )
  paper.documents = { ...paper.documents, articles }
}

const read = (paper: Paper, address: string): string => {
  const file = join(paper.release?.folder ?? '', address)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

const versionFiles = async (paper: Paper): Promise<string[]> =>
  [...(await treeOf(paper.release?.folder ?? '')).keys()].filter((path) =>
    /\.(?:versions|timemap|\d{14})\./u.test(path),
  )

/** Three releases: a text, another one, the first one again with a correction. */
async function corrected(): Promise<Paper> {
  const paper = paperOf()
  await paper.publish()
  edit(paper, 5, { lead: '渠水来了，浇了四百亩地。' })
  await paper.publish()
  edit(paper, 8, { lead: '渠水来了，浇了五百亩地。' })
  await paper.publish()
  return paper
}

describe('an article’s versions', () => {
  test('stand each at an address of its own, with what changed; another article has no such pages', async () => {
    const paper = await corrected()
    expect(await versionFiles(paper)).toEqual([
      '/n/qudao.20240602000000.html',
      '/n/qudao.20240605090000.html',
      '/n/qudao.20240608090000.html',
      '/n/qudao.timemap.json',
      '/n/qudao.timemap.link',
      '/n/qudao.versions.html',
    ])
    expect(read(paper, '/n/qudao.20240605090000.html')).toContain('渠水来了，浇了四百亩地。')
    expect(read(paper, '/n/qudao.versions.html')).toContain('<del>三百</del><ins>四百</ins>')
    expect(read(paper, '/n/qudao.versions.html')).toContain('<del>四百</del><ins>五百</ins>')
    expect(read(paper, '/n/qudao.html')).toContain('<a href="/n/qudao.versions.html">3个版本</a>')
    expect(read(paper, '/n/xue.html')).not.toContain('版本')
    expect(differences(await released(paper), await paper.clean())).toEqual([])
  })

  test('are those that a release had: what was mended before it went out is no version, nor is a recommendation', async () => {
    const paper = paperOf()
    await paper.publish()
    edit(paper, 5, { lead: '渠水来了，浇了八百亩地。' })
    await paper.publish({ fails: true })
    edit(paper, 6, { lead: '渠水来了，浇了四百亩地。' })
    await paper.publish()
    edit(paper, 7, { recommended: [{ _key: 'a', _type: 'recommended', title: '雪', url: 'https://hefeng.example/' }] })
    await paper.publish()
    expect(await versionFiles(paper)).toContain('/n/qudao.20240606090000.html')
    expect(read(paper, '/n/qudao.html')).toContain('2个版本')
    expect(read(paper, '/n/qudao.versions.html')).not.toContain('八百')
  })

  test('vanish with it when it is withdrawn, from the site and from what the archive keeps', async () => {
    const paper = await corrected()
    edit(paper, 9, { withdrawn: { date: '2024-06-09T00:00:00Z', reason: '事实有误' } })
    await paper.publish()
    expect(await versionFiles(paper)).toEqual([])
    expect(read(paper, '/n/qudao.html')).toContain('本文已撤回')
    edit(paper, 10, { withdrawn: undefined })
    await paper.publish()
    expect([await versionFiles(paper), read(paper, '/n/qudao.html').includes('版本')]).toEqual([[], false])
  })

  test('outlive the store, and go when the article is deleted', async () => {
    const paper = await corrected()
    paper.loseStore()
    await paper.publish()
    expect(read(paper, '/n/qudao.html')).toContain('3个版本')
    paper.documents = { ...paper.documents, articles: paper.documents.articles.slice(1) }
    await paper.publish()
    expect(await versionFiles(paper)).toEqual([])
  })
})
