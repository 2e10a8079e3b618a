/**
 * The blocks of a page's text, with what only frames it taken off: bylines and 原标题 in front, credits and print reference behind.
 *
 *   bodyOf(blocks)  →  { blocks: […], byline: ['本报记者 石砚'], originalTitle: { title: '把渠修到田头', line: '原标题：…' }, rest: ['(责编：韩岭)'] }
 */
import { roleOf } from '../../../../sanity/schema/roles.ts'
import { parseCreditLine } from '../../../text/credits/parse.ts'
import { isCredit, isDoubtful } from '../credits.ts'
import { isPrintReference, originalTitleOf } from '../lines.ts'
import type { Block } from './blocks.ts'
import { creditsIn } from './statements.ts'

export interface Body {
  blocks: Block[]
  byline: string[]
  originalTitle: { title: string; line: string } | undefined
  /** Lines after the last of the text, as they stand. */
  rest: string[]
}

/** A source alone: `（本文来源：某报）`, `据《某报》`. */
const STATED = /^[(（]?(?:本文|稿件|文章)?来源[:：]|^据《.{2,12}》$/u
/** Who the author is, in brackets below the text. */
const OF_AUTHOR = /^[(（](?:本文)?作者[为系是：: ]?\S{2,40}[)）]$/u
/** So many lines in front of the text may be bylines. */
const DEEPEST = 4
/** Below a summary in points a byline may stand as deep as this. */
const LATEST = 10

export function bodyOf(all: readonly Block[]): Body {
  const blocks = all.filter(({ kind }) => kind !== 'caption')
  const byline: string[] = []
  let originalTitle: Body['originalTitle']
  for (let step = 0; step < DEEPEST; step += 1) {
    const [first] = blocks
    const title = first === undefined || originalTitle !== undefined ? undefined : originalTitleOf(first.text)
    if (first !== undefined && title !== undefined) originalTitle = { title, line: first.text }
    else if (first !== undefined && isByline(first.text)) byline.push(first.text)
    else break
    blocks.shift()
  }
  for (const at of [...blocks.keys()].slice(1, LATEST)) {
    const text = blocks[at]?.text ?? ''
    if (!isWriters(text)) continue
    byline.push(text)
    blocks.splice(at, 1)
    break
  }
  const edited = blocks.findIndex(({ text }, index) => index >= 1 && isEdited(text))
  const rest = edited === -1 ? [] : blocks.splice(edited).map(({ text }) => text)
  for (let last = blocks.at(-1); last !== undefined && isFraming(last.text); last = blocks.at(-1)) {
    rest.unshift(last.text)
    blocks.pop()
  }
  return { blocks, byline, originalTitle, rest }
}

const isByline = (text: string): boolean =>
  text.length <= 60 && (isCredit(text) || creditsIn(text).some((credit) => credit === text))

const isFraming = (text: string): boolean =>
  text.length <= 160 &&
  (isCredit(text) ||
    isPrintReference(text) ||
    originalTitleOf(text) !== undefined ||
    creditsIn(text).length > 0 ||
    STATED.test(text) ||
    OF_AUTHOR.test(text) ||
    isDoubtful(text))

/** A short line that a writer's label begins: a byline, wherever above the middle it stands. */
function isWriters(text: string): boolean {
  const credits = text.length > 40 ? undefined : parseCreditLine(text)?.credits
  return (
    credits?.every(
      ({ role, label, people }) => label !== '' && people.length > 0 && roleOf(role).property === 'author',
    ) ?? false
  )
}

/** A line of the editors: below it stands nothing of the text. */
function isEdited(text: string): boolean {
  if (!/[编編]/u.test(text)) return false
  return creditsIn(text).some((credit) => {
    const roles = parseCreditLine(credit, { bare: true })?.credits.map(({ role }) => role) ?? []
    return roles.includes('editor') || roles.includes('deskEditor')
  })
}
