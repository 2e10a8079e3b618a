/**
 * The words that introduce names: where the next one begins in a line, and which role it stands for.
 *
 *   nextLabel('中国气象网记者颜昕', 0)  →  { start: 0, end: 7, label: '中国气象网记者', role: 'reporter', affiliation: '中国气象网' }
 *   nextLabel('柳德新通讯员彭娟', 0)    →  { start: 3, end: 6, label: '通讯员', role: 'correspondent' }
 *
 * Stems come from the role table; before a stem may stand a rank (见习, 特约, 本报) and a paper's name. Letters of a stem may be
 * spaced (监 制). Single letters (文, 图, 摄) and words that ordinary names may contain count only between a boundary and a mark.
 */
import { ROLES, type RoleId } from '../../../sanity/schema/roles.ts'
import { HAN, startsLikeName } from '../names.ts'
import { BOUNDARY, MARK } from './marks.ts'
import { orgBefore } from './organisations.ts'

export interface Label {
  start: number
  end: number
  label: string
  role: RoleId
  affiliation?: string
  /** Whether a rank or a paper stands before the stem: 本报记者, 新华社记者. */
  ranked: boolean
  /** Whether the word is as common in prose as over names (图片, 综合): it then introduces only what looks like a name. */
  common: boolean
}

const RANK = `(?:专栏|本报|本刊|本网|本台|本社|首席|特派|特约|见习|实习|全媒体|融媒体|滚动新闻|高级|资深|前方|驻${HAN}{2,4}?)`

/** Stems strong enough to end a name in front of them without a separator: `柳德新通讯员彭娟`. */
const STRONG = /^(?:记者|記者|通讯员|通訊員|评论员|評論員|实习生|實習生|责任编辑|責任編輯|责编|責編|编辑|編輯|摄影)$/u
/** `编辑部`, `记者节`, `评论员文章`, `摄影报道`, a closing `文/图`: the stem is part of a longer word. */
const LONGER = /^(?:部|室|站|团|节|同志|文章|报道|手记|[/／、]?[文图圖摄攝](?=$|[)）\]】]))/u
const GLUED = new RegExp(`(?:《[^《》]{1,12}》)?(?:${HAN}|[A-Za-z0-9]){0,8}$`, 'u')
const COMMON =
  /^(?:图|图片|供图|文|文字|文[/、]?图|图[/、]?文|综合|整理|整合|选稿|出品|执行|策划|统筹|[一二三初复]审|复核|签发|审签|编审|[一二]校|视频|拍摄|剪辑|设计|漫画|插画|绘图|制图|排版)$/u

interface Stem {
  text: string
  role: RoleId
  pattern: RegExp
}

const spaced = (stem: string): string => [...stem].join('[ \\u3000]{0,2}')
const SPOKEN = ROLES.flatMap((role) => role.labels.map((text) => ({ text, role: role.id }))).toSorted(
  (a, b) => b.text.length - a.text.length,
)
const STEMS: Stem[] = SPOKEN.map(({ text, role }) => ({
  text,
  role,
  pattern: new RegExp(`(?:${RANK}){0,3}${spaced(text)}`, 'uy'),
}))
/** Letters of the longest label, with three ranks before it and spaces in it. */
const LONGEST = 60
/** Most places of a line begin no label: one question instead of fifty. */
const ANY = new RegExp(`(?:${RANK}){0,3}(?:${SPOKEN.map(({ text }) => spaced(text)).join('|')})`, 'uy')

/** The first label at or after `from`; undefined when no further one stands in the text. */
export function nextLabel(text: string, from: number): Label | undefined {
  for (let at = from; at < text.length; at += 1) {
    ANY.lastIndex = at
    const label = ANY.test(text) ? labelAt(text, at, from) : undefined
    if (label !== undefined) return label
  }
  return undefined
}

function labelAt(text: string, at: number, from: number): Label | undefined {
  const bounded = at === from || BOUNDARY.test(text[at - 1] ?? '')
  const org = orgBefore(text, at, from)
  const ahead = text.slice(at, at + LONGEST).replaceAll(/[ \u3000]+/gu, '')
  for (const stem of STEMS) {
    if (!ahead.includes(stem.text)) continue
    stem.pattern.lastIndex = at
    const found = stem.pattern.exec(text)?.[0]
    if (found === undefined) continue
    const end = at + found.length
    if (!mayStand(stem.text, bounded || org !== undefined, text.slice(end, end + 40), at === from)) continue
    const rank = /^\p{Script=Han}/u.test(stem.text) && found.replaceAll(/\s/gu, '').length > stem.text.length
    const marked = /\S/u.test(MARK.exec(text.slice(end, end + 40))?.[0] ?? '')
    const front = org ?? wordBefore(text, at, from, { rank, marked })
    const start = at - front.length
    const label = text.slice(start, end)
    const ranked = rank || front !== ''
    const read: Label = { start, end, label, role: stem.role, ranked, common: COMMON.test(stem.text) }
    return front === '' ? read : { ...read, affiliation: front.replace(/[\s/／╱]+$/u, '') }
  }
  return undefined
}

/** A word at the very end introduces nobody: `（记者陈某 整合）` has one label. */
function mayStand(stem: string, bounded: boolean, rest: string, first: boolean): boolean {
  if ((!first && rest.trim() === '') || LONGER.test(rest)) return false
  if (stem.length === 1) return bounded && /\S/u.test(MARK.exec(rest)?.[0] ?? '')
  return bounded || STRONG.test(stem)
}

/**
 * A word that is no name and is glued to a label, where a name without a separator can't be meant: at the head of the line
 * (`新闻编辑：…`), behind a name and before a mark (`责编：… 新闻编辑：…`), or between the mark of another label and a ranked one
 * (`文丨论坛特约评论员 …`).
 */
function wordBefore(text: string, at: number, from: number, own: { rank: boolean; marked: boolean }): string {
  const glued = GLUED.exec(text.slice(Math.max(from, at - 22), at))?.[0] ?? ''
  const lead = text.slice(from, at - glued.length)
  const mark = MARK.exec(lead.slice(0, 8))?.[0] ?? ''
  const named = lead.length > mark.length && BOUNDARY.test(lead.at(-1) ?? '')
  const afterMark = lead === mark && /\S/u.test(mark)
  const first = from === 0 ? lead === '' : own.rank && afterMark
  const mayLead = first || (own.marked && named)
  return glued !== '' && mayLead && !startsLikeName(glued) ? glued : ''
}
