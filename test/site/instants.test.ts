/** Dates that are none stop the build with their document's name, before anything is printed. */
import { describe, expect, test } from 'vitest'
import type { ArticleDocument } from '../../src/content/documents.ts'
import { checkInstants } from '../../src/content/instants.ts'

const STORED = { _createdAt: '2024-06-02T00:00:00Z', _updatedAt: '2024-06-02T00:00:00Z', _rev: 'r1' }
const article = (change: Partial<ArticleDocument>): ArticleDocument => ({
  ...STORED,
  _id: 'article-a',
  _type: 'article',
  title: '雪',
  address: '/2024/0602/a.html',
  publishedAt: '2024-06-02T00:30:00.000Z',
  ...change,
})

describe('an instant', () => {
  test.each(['2024-06-02T00:30:00.000Z', '2024-06-02T08:30:00+08:00', '2024-02-29T00:00Z'])(
    'may be %s',
    (publishedAt) => {
      expect(() => checkInstants([article({ publishedAt })])).not.toThrow()
    },
  )

  test.each([
    '',
    'soon',
    '2024-06-02',
    '2024-06-31T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-06-02T25:00:00Z',
    '2024-06-02T00:30:00',
  ])('is not “%s”, and the document is named wherever it stands', (wrong) => {
    const expected = new RegExp(
      `^expected an instant .* found “${RegExp.escape(wrong)}” at .* of document article-a \\(雪\\)`,
      'u',
    )
    for (const change of [
      { publishedAt: wrong },
      { embargo: wrong },
      { withdrawn: { date: wrong } },
      { corrections: [{ _key: 'k1', _type: 'correction' as const, kind: 'fact' as const, text: '一', date: wrong }] },
    ])
      expect(() => checkInstants([article(change)])).toThrow(expected)
  })
})
