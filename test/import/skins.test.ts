/** Pages of every template generation, with invented articles: read by their template, and nearly as well by the look of their lines. */
import { describe, expect, it } from 'vitest'
import type { OriginalPage } from '../../src/import/page.ts'
import { parseHtml } from '../../src/import/parse/html/page.ts'
import { sheetOf } from '../../src/import/html/sheet.ts'
import { TEMPLATES } from '../../src/import/templates/index.ts'
import { fillSkin, saysOf, SKINS } from './skins.ts'

const WRITES = new Set(['reporter', 'correspondent', 'author'])

function read(skin: string, templates = TEMPLATES): OriginalPage {
  const page = parseHtml({ file: `${skin}.html`, text: fillSkin(skin), sha256: '' }, templates)
  if ('refused' in page) throw new Error(`expected ${skin} to be read, found it refused: ${page.refused}`)
  return page
}

function said({ kicker, title, subtitle, source, originalTitle, publishedAt, credits, sections }: OriginalPage) {
  const named = (wanted: (role: string) => boolean): string[] =>
    credits.filter(({ role }) => wanted(role)).flatMap(({ people }) => people.map(({ name }) => name))
  return {
    kicker,
    title,
    subtitle,
    source: source?.name,
    originalTitle,
    publishedAt,
    writers: named((role) => WRITES.has(role)),
    editors: named((role) => role === 'editor' || role === 'deskEditor'),
    text: sections.flatMap(({ heading, paragraphs }) => [...(heading === undefined ? [] : [heading]), ...paragraphs]),
  }
}

describe('a page of the template', () => {
  it.each(SKINS)('%s gives everything that it says', (skin) => {
    expect(said(read(skin))).toEqual(saysOf(skin))
  })

  it.each(SKINS)('%s is known by its signs alone', (skin) => {
    const names = sheetOf(fillSkin(skin))?.names
    const known = TEMPLATES.filter(({ signs }) => signs.every((sign) => names?.has(sign)))
    expect(known).toHaveLength(1)
  })

  /** What only a template can know: that an outlet is its own source. */
  const UNKNOWN: Record<string, object> = { 'caixin-2018': { source: undefined } }

  it.each(SKINS)('%s is read by the look of its lines too', (skin) => {
    expect(said(read(skin, []))).toEqual({ ...saysOf(skin), ...UNKNOWN[skin] })
  })
})
