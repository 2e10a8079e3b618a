/** A file of the last release that was spoilt on the disk is mended by the next that draws everything, and not taken over. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EMPTY } from '../content/small.ts'
import { differences, openPaper, released } from './paper.ts'

const STAMPS = { _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z', _rev: 'r' }
const siteOf = (title: string) => ({ ...STAMPS, _id: 'site', _type: 'site', title }) as const
const ARTICLE = {
  ...STAMPS,
  _id: 'article-first',
  _type: 'article',
  title: '一',
  publishedAt: '2024-06-02T00:30:00Z',
  address: '/n/first.html',
} as const

test('a release that draws everything has the bytes that a clean build has, whatever became of the last one’s', async () => {
  const paper = openPaper({ ...EMPTY, site: siteOf('甲'), articles: [ARTICLE] })
  onTestFinished(() => paper.close())
  await paper.publish()
  const live = join(paper.release?.folder ?? '', 'live/2024-06.json')
  await writeFile(live, (await readFile(live, 'utf8')).replace('article', 'xrticle'))
  // What is told of a month names no site: its bytes are to be what they were.
  paper.documents = { ...paper.documents, site: siteOf('乙') }
  await paper.publish()
  expect(differences(await released(paper), await paper.clean())).toEqual([])
})
