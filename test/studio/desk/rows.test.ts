/** The desk's pure parts: rows from answers, the badge's choice, the page that opens the Studio, the build's choice of lake. */
import { describe, expect, it } from 'vitest'
import { creditsInShort } from '../../../sanity/schema/articlePreview.ts'
import { liveState, monthFile, readLive, statusFile } from '../../../sanity/studio/badges/live.ts'
import { countsQuery, STATES } from '../../../sanity/studio/desk/filters.ts'
import { ownPage, ownStyles } from '../../../sanity/studio/desk/page.ts'
import { channelRows, countedRows, dayRows } from '../../../sanity/studio/desk/rows.ts'
import { SETTINGS } from '../../../sanity/studio/desk/settings.ts'

describe('rows', () => {
  it('stand without a number until the lake has answered', () => {
    const rows = [{ id: 'drafts', title: '草稿' }]
    expect(countedRows(rows, undefined)).toEqual(rows)
    expect(countedRows(rows, { drafts: 0 })).toEqual([{ id: 'drafts', title: '草稿', count: 0 }])
  })

  it('make a tree of channels, whatever their parents are', () => {
    const channels = [
      { _id: 'a', name: '要闻' },
      { _id: 'b', name: '乡村', parent: { _ref: 'a' } },
      { _id: 'c', name: '城事', parent: { _ref: 'gone' } },
    ]
    expect(channelRows({ channels, articles: ['b', 'b', null] })).toEqual([
      { id: 'a', title: '要闻', depth: 0, count: 0 },
      { id: 'b', title: '乡村', depth: 1, count: 2 },
      { id: 'c', title: '城事', depth: 0, count: 0 },
      { id: 'none', title: '未归频道', count: 1 },
    ])
    const round = [
      { _id: 'a', name: '甲', parent: { _ref: 'b' } },
      { _id: 'b', name: '乙', parent: { _ref: 'a' } },
    ]
    expect(channelRows({ channels: round, articles: [] })).toEqual([])
    expect(channelRows(undefined)).toEqual([])
  })

  it('count days as Beijing counts them, the newest first', () => {
    const answer = ['2024-05-31T15:59:00Z', '2024-05-31T16:00:00Z', 'nonsense', null, '2024-06-01T01:00:00Z']
    expect(dayRows(answer, 'month').map(({ title, count }) => `${title} ${count}`)).toEqual(['6月 2', '5月 1'])
    expect(dayRows(answer, 'day').map(({ title }) => title)).toEqual(['6月1日', '5月31日'])
    expect(dayRows(answer, 'year')).toEqual([{ id: '2024', title: '2024年', count: 3 }])
  })

  it('are counted in one request', () => {
    expect(countsQuery({ all: STATES.all.filter })).toBe('{"all": count(*[_type == "article"])}')
  })
})

describe('the badge', () => {
  it('claims nothing that the site did not say', () => {
    expect(liveState('a', 'r2', { a: 'r2' })).toBe('live')
    expect(liveState('a', 'r2', { a: 'r1' })).toBe('changed')
    expect(liveState('a', 'r2', {})).toBe('absent')
    expect(liveState('toString', 'r2', {})).toBe('absent')
    expect(liveState('a', 'r2', undefined)).toBeUndefined()
    for (const body of [undefined, null, 'x', [], { a: 1 }]) expect(readLive(body)).toBeUndefined()
    expect(readLive({ a: 'r1' })).toEqual({ a: 'r1' })
    expect(monthFile('https://a.example/live/', '2024-06-30T17:00:00Z')).toBe('https://a.example/live/2024-07.json')
    for (const undated of [undefined, '昨天', 5]) expect(monthFile('/studio/live/', undated)).toBeUndefined()
    expect(statusFile('/studio/live/')).toBe('/studio/publish.json')
  })
})

describe('a list’s line', () => {
  it('names the editors first, each role once', () => {
    const credits = [
      { role: 'reporter', name: '石砚' },
      { role: 'editor', name: '韩岭' },
      { role: 'editor', name: '杜若' },
      { role: 'editor' },
      null,
    ]
    expect(creditsInShort(credits)).toBe('责编 韩岭、杜若 记者 石砚')
  })
})

describe('the page that opens the Studio', () => {
  const HTML =
    '<html lang="en"><head><link href="/static/favicon.ico"><title>Sanity Studio</title><script>a("$&")</script>' +
    '<style>@font-face {src: url("https://x.example/f.woff2")} p{}</style><script src="https://core.example/b.js" async></script>' +
    '</head><body><script src="/studio/static/s.js" type="module"></script></body></html>'

  it('asks no other host and holds no script', () => {
    const { html, script } = ownPage(HTML, { basePath: '/studio', embedded: false })
    expect(html).not.toMatch(/https:|<script>/u)
    expect(html).toContain('<html lang="zh-Hans">')
    expect(html).toContain('href="/studio/static/favicon.ico"')
    expect(html.match(/<script src="[^"]*"/gu)).toEqual([
      '<script src="/studio/static/page.js"',
      '<script src="/studio/static/s.js"',
    ])
    expect(script).toBe('a("$&")')
    expect(ownPage(HTML, { basePath: '', embedded: true }).script).toMatch(/window\.fetch[\s\S]*a\("\$&"\)$/u)
    expect(ownStyles('@font-face{src:url(data:x)}')).toBe('@font-face{src:url(data:x)}')
  })
})

describe('the build', () => {
  it('is for the embedded lake when no project is named', () => {
    expect(SETTINGS).toEqual({
      projectId: 'zebian',
      dataset: 'production',
      embedded: true,
      live: '/studio/live/',
    })
  })
})
