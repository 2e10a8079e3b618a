/**
 * Reads a printed credit line; the pair of `formatCreditLine` (./line.ts).
 *
 *   parseCreditLine('（记者戴河、印朋 通讯员彭 娟）')  →  credits reporter [戴河, 印朋], correspondent [彭娟]
 *   parseCreditLine('渠水流进了田里。')              →  undefined
 *   parseCreditLine('(张艳、于冉)', { bare: true })  →  credits reporter [张艳, 于冉], label ''
 *
 * The grammar was measured on 643 stored pages of 2009 to 2024: 60 of 61 editors and no name where none was printed.
 */
import { roleOf } from '../../../sanity/schema/roles.ts'
import { frameOf, SENT_OUT } from './frame.ts'
import { nextLabel, type Label } from './labels.ts'
import type { CreditLine, PrintedCredit } from './line.ts'
import { BETWEEN, MARK } from './marks.ts'
import { looksLikeNames, readPeople, type People } from './people.ts'
import { settleRoles } from './settle.ts'
import { tailRole } from './tails.ts'

/** Longer lines are prose: the longest credit of the measured pages has 96 letters; our own with many names may have more. */
const LONGEST = 300
/** Words of a caption, a craft or a step of the desk stand before other things too: `图：云海日出`, `二审：维持原判`. */
const WORDY =
  /^(?:图片?|[一二三初复]审|[一二]校|复核|签发|审签|编审|视频|拍摄|剪辑|设计|漫画|插画|绘图|制图|排版|采访)$/u
/** Notes behind names; a label in one (`实习编辑`) introduces nobody. */
const NOTES = /(?<=[\p{L}\p{N}.][ \u3000]?)[(（][^()（）]{1,12}[)）]/gu

/** A line in, its structure out; undefined for anything that is not a credit to its end. `bare` allows names that no label introduces. */
export function parseCreditLine(line: string, options: { bare?: boolean } = {}): CreditLine | undefined {
  if (line.length > LONGEST) return undefined
  const read = recall(line)
  if (read === undefined) return undefined
  const sentOut = SENT_OUT.test(line)
  const bare = options.bare === true && !sentOut
  const isOfPicture = sentOut && read.credits.every((credit) => credit.role === 'photographer')
  return read.credits.every((credit) => credit.label === '') && !bare && !isOfPicture ? undefined : read
}

/** Head, body and foot of a page ask about the same lines in turn: those asked about last are read once. */
const READ = new Map<string, CreditLine | undefined>()
const REMEMBERED = 500

function recall(line: string): CreditLine | undefined {
  if (READ.has(line)) return READ.get(line)
  if (READ.size >= REMEMBERED) READ.clear()
  const read = readLine(line)
  READ.set(line, read)
  return read
}

function readLine(line: string): CreditLine | undefined {
  const frame = frameOf(line)
  const read = frame === undefined ? undefined : readCredits(frame.inner, frame.bracketed)
  const credits = read === undefined ? undefined : settleRoles(read)
  if (frame === undefined || credits === undefined || credits.length === 0) return undefined
  return { open: frame.open, credits, close: frame.close }
}

/** A line in, its names with their labels out before it is settled who did what; undefined where the names are not certain. */
export function unsettled(line: string): PrintedCredit[] | undefined {
  const frame = line.length > LONGEST ? undefined : frameOf(line)
  return frame === undefined ? undefined : readCredits(frame.inner, frame.bracketed)
}

function readCredits(inner: string, bracketed: boolean): PrintedCredit[] | undefined {
  const labels = allLabels(inner.replaceAll(NOTES, (note) => '\ufffc'.repeat(note.length)))
  const parts = labels[0]?.start === 0 ? labels : [undefined, ...labels]
  const credits: PrintedCredit[] = []
  let before = ''
  for (const [index, label] of parts.entries()) {
    const next = parts[index + 1]
    const read = readCredit(label, inner.slice(label?.end ?? 0, next?.start ?? inner.length), next, bracketed)
    if (read === undefined) return undefined
    credits.push({ before, ...read.credit })
    before = read.trailing
  }
  return credits
}

function allLabels(inner: string): Label[] {
  const labels: Label[] = []
  for (let from = 0; ;) {
    const label = nextLabel(inner, from)
    if (label === undefined) return labels
    labels.push(label)
    from = label.end
  }
}

interface ReadCredit {
  credit: Omit<PrintedCredit, 'before'>
  /** The separator in front of the next credit. */
  trailing: string
}

function readCredit(
  label: Label | undefined,
  text: string,
  next: Label | undefined,
  bracketed: boolean,
): ReadCredit | undefined {
  const mark = label === undefined ? '' : (MARK.exec(text)?.[0] ?? '')
  const trailing = next === undefined ? '' : (BETWEEN.exec(text.slice(mark.length))?.[0] ?? '')
  if (!bracketed && /[)）\]】］〕]/u.test(trailing)) return undefined
  const read = readPeople(text.slice(mark.length, text.length - trailing.length), /\S/u.test(mark) ? 6 : 4)
  if (read === undefined) return undefined
  if (label === undefined) {
    // Glued to the first label, a name may as well be a paper's: two readings.
    const named = looksLikeNames(read.people) || (bracketed && tailRole(read.people) !== undefined)
    if (!named || (next !== undefined && trailing === '')) return undefined
    return { credit: { label: '', role: 'reporter', mark, ...read }, trailing }
  }
  const shares = sharesWith(label, mark, text.slice(mark.length), next)
  if (!shares && !introduces(label, mark, read, bracketed, next === undefined)) return undefined
  const affiliation = label.affiliation === undefined ? {} : { affiliation: label.affiliation }
  return { credit: { label: label.label, role: label.role, ...affiliation, mark, ...read }, trailing }
}

/** `文丨论坛特约评论员 甲一`, `采写：记者 甲一`: a writer's label right before that of another writer has the same people. */
const sharesWith = (label: Label, mark: string, between: string, next: Label | undefined): boolean =>
  between === '' &&
  next !== undefined &&
  (next.affiliation !== undefined || /\S/u.test(mark)) &&
  roleOf(label.role).property === 'author' &&
  roleOf(next.role).property === 'author'

/** Whether what follows a label may be its people: a mark or a bracket vouches for pen names, nothing else does. */
function introduces(label: Label, mark: string, read: People, bracketed: boolean, last: boolean): boolean {
  const marked = /\S/u.test(mark)
  if (read.people.length === 0) {
    if (marked) return !label.common || read.placeholder !== ''
    return read.placeholder === '' && (!last || label.ranked)
  }
  const word = label.label.replaceAll(/\s/gu, '')
  // `记者：您好` on a line of its own is how an interview begins.
  const asked = /[记記]者$/u.test(word) && /[:：]/u.test(mark)
  const wary = !bracketed && (asked || WORDY.test(word))
  if (marked && !wary) return true
  const didMore = read.people.some((person) => /摄|报道|文|图/u.test(person.after))
  if (!marked && !label.common && mark !== '' && (bracketed || (label.ranked && didMore))) return true
  return looksLikeNames(read.people)
}
