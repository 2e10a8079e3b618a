/**
 * A page's markup → what it said.
 *
 *   parseHtml({ file, text: '<html>…', sha256 })  →  OriginalPage, or why it is none
 *
 * Which template the page is of is asked first; the grammar of lines reads every part, wherever it was found.
 */
import { roleOf } from '../../../../sanity/schema/roles.ts'
import { formatOffset } from '../../../text/dates.ts'
import { shrink, tooMuch } from '../../html/hostile.ts'
import { urlOf } from '../../html/meta.ts'
import { sheetOf, type Sheet } from '../../html/sheet.ts'
import type { OriginalPage, PageCredit, PageLine, PageSection, RefusedPage } from '../../page.ts'
import { TEMPLATES } from '../../templates/index.ts'
import type { Template } from '../../templates/template.ts'
import { sectionsOf } from '../blocks.ts'
import { creditsOf, doubtsOf, endCredit } from '../credits.ts'
import { blocksOf, type Block } from './blocks.ts'
import { bodyOf } from './body.ts'
import { damageOf } from './damage.ts'
import { footOf } from './foot.ts'
import { instantIn } from './head.ts'
import { headlineOf } from './headline.ts'
import { openingCredit } from './inText.ts'
import { originOf } from './origin.ts'
import { pageNumber, pagingIn } from './paging.ts'
import { picturesOf } from './pictures.ts'
import { channelOf, recommendedOf } from './around.ts'
import { partsOf, type Parts } from './parts.ts'
import { undatedOf } from './undated.ts'

interface Source {
  file: string
  text: string
  sha256: string
  url?: string | undefined
}

export function parseHtml(source: Source, templates: readonly Template[] = TEMPLATES): OriginalPage | RefusedPage {
  const { file } = source
  const markup = shrink(source.text)
  const much = tooMuch(markup)
  if (much !== undefined) return { file, refused: much }
  const sheet = sheetOf(markup)
  if (sheet === undefined) return { file, refused: 'expected a page, found tags nested by the thousand; is it one?' }
  const template = templates.find(({ signs }) => signs.every((sign) => sheet.names.has(sign)))
  const parts = partsOf(sheet, template)
  if (parts === undefined)
    return { file, refused: 'expected an article, found no headline with text below it; is it a list or a front page?' }
  return pageOf(source, sheet, parts, template)
}

function pageOf(
  { file, sha256, text, url }: Source,
  sheet: Sheet,
  parts: Parts,
  template: Template | undefined,
): OriginalPage | RefusedPage {
  const headline = headlineOf(sheet, parts, template)
  const { blocks, left, pages, isAside } = blocksOf(parts.lines, sheet, parts.body)
  const body = bodyOf(blocks)
  const foot = footOf([...body.rest, ...left.map(({ text }) => text)], parts.below)
  const [first] = body.blocks
  if (first === undefined) return { file, refused: `expected text below “${headline.title}”, found none` }
  const origin = originOf(sheet, parts, template, foot.source)
  const undated = origin.date === undefined ? undatedOf(sheet, parts) : undefined
  const opening = openingCredit(first.text)
  const end = endCredit(body.blocks.at(-1)?.text ?? '')
  const kept: PageLine[] = [
    ...lines('byline', headline.byline),
    ...lines(
      'head',
      [undated?.printed ?? '', origin.text].filter((text) => text !== ''),
    ),
    ...lines('byline', [...origin.credits, ...body.byline]),
    ...lines('originalTitle', body.originalTitle === undefined ? [] : [body.originalTitle.line]),
    ...lines('inText', opening.credit === undefined ? [] : [opening.credit]),
    ...lines('textEnd', end === undefined ? [] : [end]),
    ...foot.lines,
  ]
  const instant = origin.date === undefined ? undated?.instant : instantIn(origin.date)
  const at = url ?? urlOf(sheet, text)
  const of = pages ?? parts.below.flatMap((line) => pagingIn(line.text) ?? [])[0]
  const page: OriginalPage = {
    file,
    url: at,
    kicker: headline.kicker,
    title: headline.title,
    subtitle: headline.subtitle,
    publishedAt: instant === undefined ? undefined : formatOffset(instant),
    source: origin.source,
    originalTitle: body.originalTitle?.title ?? foot.originalTitle,
    dateline: opening.dateline,
    channel: channelOf(sheet, template),
    credits: distinct(creditsOf(kept)),
    lines: kept,
    sections: sectionsIn(body.blocks),
    pictures: picturesOf(sheet, parts.lines, blocks, isAside, at),
    printReference: foot.printReference,
    recommended: recommendedOf(sheet, template),
    pages: of === undefined ? undefined : { number: Math.min(of, pageNumber(at ?? file)), of },
    provenance: {
      sha256,
      normalisations: [...normalisationsOf(sheet, text), ...(undated?.note === undefined ? [] : [undated.note])],
      template: template?.name,
    },
    problems: [
      ...(instant === undefined ? [undated?.problem ?? '页面上没有找到日期，须在编辑台补上。'] : []),
      ...doubtsOf(
        kept,
        body.blocks.map((block) => block.text),
      ),
    ],
  }
  const damage = damageOf(page)
  return 'refused' in damage ? { file, ...damage } : { ...page, problems: [...page.problems, ...damage.problems] }
}

const lines = (place: PageLine['place'], texts: readonly string[]): PageLine[] => texts.map((text) => ({ place, text }))

/** Subheads by their look where the page has any such; else by the form of their lines. */
function sectionsIn(blocks: readonly Block[]): PageSection[] {
  if (!blocks.some(({ kind }) => kind === 'heading')) return sectionsOf(blocks.map(({ text }) => text)).sections
  const sections: PageSection[] = []
  for (const { kind, text } of blocks) {
    if (kind === 'heading') sections.push({ heading: text, paragraphs: [] })
    else if (sections.length === 0) sections.push({ paragraphs: [text] })
    else sections.at(-1)?.paragraphs.push(text)
  }
  return sections
}

/** What was taken away that a reader of the page does not see either. */
function normalisationsOf(sheet: Sheet, markup: string): string[] {
  return [
    ...(/[\u3000\u00a0]{2}|&nbsp;\s*&nbsp;|&emsp;/u.test(markup) ? ['段首空格已去除'] : []),
    ...(sheet.unseen === 0 ? [] : [`${sheet.unseen} 个看不见的字符已去除`]),
  ]
}

/** A person named twice for one part is one person: as editor, as photographer, or as one who wrote, under whichever label. */
function distinct(credits: readonly PageCredit[]): PageCredit[] {
  const known = new Set<string>()
  return credits.flatMap((credit) => {
    const part = roleOf(credit.role).property === 'author' ? 'author' : credit.role
    const people = credit.people.filter(({ name }) => !known.has(`${part}\n${name}`))
    for (const { name } of people) known.add(`${part}\n${name}`)
    return people.length === 0 && credit.people.length > 0 ? [] : [{ ...credit, people }]
  })
}
