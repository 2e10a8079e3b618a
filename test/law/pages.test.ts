/** The law for web pages: nothing is read that does not stand on the page, and what is read is printed, in order. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { parsePage } from '../../src/import/parse/page.ts'
import { readBytes } from '../../src/import/read.ts'
import type { OriginalPage } from '../../src/import/page.ts'
import { fillSkin, SKINS } from '../import/skins.ts'
import { theOne, visibleText } from '../site/dom.ts'
import { squeeze } from './compare.ts'
import { pressOriginal } from './press.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/originals/pages/', import.meta.url))
const FOREIGN = existsSync(FOLDER)
  ? readdirSync(FOLDER).map((name) => ({ name, bytes: readFileSync(`${FOLDER}${name}`) }))
  : []
const PAGES = [...SKINS.map((name) => ({ name, bytes: Buffer.from(fillSkin(name)) })), ...FOREIGN].flatMap(
  ({ name, bytes }) => {
    const page = parsePage({ file: name, bytes, sha256: '' })
    return 'refused' in page ? [] : [{ name, bytes, page }]
  },
)

/** Every text that was read, in pieces as short as they were printed. */
function textsOf(page: OriginalPage): (string | undefined)[] {
  const { kicker, title, subtitle, source, originalTitle, dateline, printReference, credits, lines, sections } = page
  const people = credits.flatMap((credit) => credit.people.flatMap(({ name, printed, code }) => [name, printed, code]))
  const head = lines.filter(({ place }) => place === 'head').flatMap(({ text }) => text.split(' '))
  const kept = lines.filter(({ place }) => place !== 'head').map(({ text }) => text)
  const text = sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
  const links = page.recommended.map((link) => link.title)
  return [
    kicker,
    title,
    subtitle,
    source?.name,
    originalTitle,
    dateline,
    printReference,
    ...people,
    ...head,
    ...kept,
    ...text,
    ...links,
    ...page.channel,
    ...page.pictures.map(({ caption }) => caption),
  ].filter((one) => one !== undefined && one !== '')
}

describe('a web page', () => {
  it.each(PAGES)('$name shows everything that is read of it', ({ bytes, page }) => {
    const read = readBytes(bytes)
    const shown = squeeze(visibleText(parse('refused' in read ? '' : read.text))).replaceAll(
      /[\u200b\u2060\ufeff\u00ad]/gu,
      '',
    )
    const texts = textsOf(page)
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.filter((text) => !shown.includes(squeeze(text ?? '')))).toEqual([])
  })

  it.each(PAGES)('$name is printed with all of it, in order', ({ name, bytes, page }) => {
    const article = squeeze(visibleText(theOne(pressOriginal(bytes, name) ?? '<article></article>', 'article')))
    const { kicker, title, subtitle, lines, sections } = page
    const above = lines.findIndex(({ place }) => place === 'head')
    const before = lines.filter(
      ({ place }, index) =>
        place === 'head' || (place === 'byline' && index < above) || place === 'originalTitle' || place === 'byline',
    )
    const after = lines.filter(({ place }) => place === 'afterText' || place === 'foot')
    const wanted = [
      kicker,
      title,
      subtitle,
      ...before.map(({ text }) => text),
      ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
      ...after.map(({ text }) => text),
    ]
    let at = 0
    const missing = wanted.filter((text) => {
      const found = text === undefined ? at : article.indexOf(squeeze(text), at)
      if (found === -1) return true
      at = found + squeeze(text ?? '').length
      return false
    })
    expect(missing).toEqual([])
    expect(squeeze(wanted.join('')).length).toBe(article.length)
  })
})
