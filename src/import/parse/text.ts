/**
 * The text form of an original page → what it said.
 *
 *   kicker / title / date and source / 原标题 / lead / subhead / paragraphs / (reporters) / (责编：…) / 热点推荐, a blank line between
 *     →  OriginalPage
 *
 * The date line divides headline from text, the credit lines text from what follows; everything between is the body.
 */
import { formatOffset, instantOf, parseHeadLine } from '../../text/dates.ts'
import type { OriginalPage, PageLine, RefusedPage } from '../page.ts'
import { sectionsOf } from './blocks.ts'
import { creditsOf, doubtsOf, endCredit, isCredit, placeAfterText } from './credits.ts'
import { headlineOf } from './headline.ts'
import { datelineOf, isLinksHeading, isPrintReference, originalTitleOf } from './lines.ts'

/** The date stands near the top: kicker, title, subtitle and two bylines at most come before it. */
const DEEPEST_DATE = 8

interface Source {
  file: string
  text: string
  sha256: string
}

/** A file's name, text and digest in; the page, or why it is none, out. */
export function parseText({ file, text, sha256 }: Source): OriginalPage | RefusedPage {
  const raw = text.split('\n')
  const lines = raw.map((line) => line.trim()).filter((line) => line !== '')
  const at = lines.slice(0, DEEPEST_DATE).findIndex((line) => parseHeadLine(line) !== undefined)
  if (at === 0) return { file, refused: `expected a headline above the date line, found “${lines[0] ?? ''}” first` }
  if (at === -1)
    return {
      file,
      refused: `expected a line such as “2020年07月02日11:03 来源：…” among the first ${DEEPEST_DATE}, found none`,
    }
  const head = parseHeadLine(lines[at] ?? '')
  const published = instantOf(head?.date ?? '')
  const { links, body, after, printReference } = splitTail(lines.slice(at + 1))
  const { byline, originalTitle, blocks } = splitFront(body)
  const above = lines.slice(0, at)
  const titled = Math.max(1, above.findLastIndex((line) => !isCredit(line)) + 1)
  const headline = headlineOf(above.slice(0, titled), originalTitle?.title)
  const { sections, problems } = sectionsOf(blocks)
  const end = endCredit(blocks.at(-1) ?? '')
  const kept: PageLine[] = [
    ...above.slice(titled).map((line): PageLine => ({ place: 'byline', text: line })),
    { place: 'head', text: lines[at] ?? '' },
    ...byline.map((line): PageLine => ({ place: 'byline', text: line })),
    ...(originalTitle === undefined ? [] : [{ place: 'originalTitle' as const, text: originalTitle.line }]),
    ...(end === undefined ? [] : [{ place: 'textEnd' as const, text: end }]),
    ...after,
  ]
  const dateline = datelineOf(sections[0]?.paragraphs[0] ?? '')
  return {
    file,
    ...headline.page,
    publishedAt: published === undefined ? undefined : formatOffset(published),
    source: head === undefined || head.source === '' ? undefined : { name: head.source },
    originalTitle: originalTitle?.title,
    dateline,
    channel: [],
    credits: creditsOf(kept),
    lines: kept,
    sections,
    pictures: [],
    printReference,
    recommended: links.map((title) => ({ title })),
    provenance: { sha256, normalisations: normalisationsOf(raw) },
    problems: [...headline.problems, ...problems, ...doubtsOf(kept, blocks)],
  }
}

/** Text after the date line in; list of links, lines after the text and the body itself out. */
function splitTail(lines: readonly string[]) {
  const heading = lines.findLastIndex(isLinksHeading)
  const links = heading === -1 ? [] : lines.slice(heading + 1)
  const body = heading === -1 ? [...lines] : lines.slice(0, heading)
  const after: PageLine[] = []
  let printReference: string | undefined
  for (let last = body.at(-1); last !== undefined; last = body.at(-1)) {
    if (isCredit(last)) after.push({ place: placeAfterText(last), text: last })
    else if (printReference === undefined && isPrintReference(last)) {
      printReference = last
      after.push({ place: 'afterText', text: last })
    } else break
    body.pop()
  }
  return { links, body, after: after.toReversed(), printReference }
}

function splitFront(body: readonly string[]) {
  const start = body.findIndex((line) => !isCredit(line))
  const front = start === -1 ? body.length : start
  const line = body[front]
  const title = line === undefined ? undefined : originalTitleOf(line)
  return {
    byline: body.slice(0, front),
    originalTitle: line === undefined || title === undefined ? undefined : { line, title },
    blocks: body.slice(title === undefined ? front : front + 1),
  }
}

function normalisationsOf(raw: readonly string[]): string[] {
  const padded = raw.filter((line) => line.trim() !== '' && line !== line.trim()).length
  const blank = raw.filter((line) => line !== '' && line.trim() === '').length
  return [
    ...(padded === 0 ? [] : [`${padded} 行的行首或行尾空白已去除`]),
    ...(blank === 0 ? [] : [`${blank} 行只有空白，已去除`]),
  ]
}
