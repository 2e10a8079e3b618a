/** A page's path and the channels that the archive has. */
import { expect, test } from 'vitest'
import { channelFor } from '../../src/import/channels.ts'

const CHANNELS = [
  { _id: 'news', name: '要闻' },
  { _id: 'country', name: '乡村', parent: 'news' },
  { _id: 'sport', name: '体育' },
  { _id: 'news-picture', name: '图片', parent: 'news' },
  { _id: 'sport-picture', name: '图片', parent: 'sport' },
]

test.each([
  [['禾风网', '要闻', '乡村'], 'country'],
  [['禾风网', '乡村'], 'country'],
  [['禾风网', '要闻', '滚动'], 'news'],
  [['体育', '图片'], 'sport-picture'],
  [['图片'], undefined],
  [['别家网', '财经'], undefined],
  [[], undefined],
])('%j is %s', (path, id) => {
  expect(channelFor(path, CHANNELS)).toBe(id)
})
