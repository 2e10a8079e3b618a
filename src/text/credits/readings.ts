/**
 * The readings of a credit line that has more than one, for an editor to choose; the importer chooses none.
 *
 *   readingsOf('责编：闻 溪 川')        →  ['责编 闻溪、川', '责编 闻、溪川']
 *   readingsOf('记者 谭飞王艳')         →  ['记者 谭飞王艳', '记者 谭飞、王艳']
 *   readingsOf('记者彭晗侯婷婷')        →  ['记者 彭晗、侯婷婷']: only one by its surnames, and glued; read by nobody but an editor
 *   readingsOf('骆青石 责编：闻溪')     →  ['记者 骆青石；责编 闻溪', '责编 骆青石、闻溪']
 *   readingsOf('编辑 记者 骆青石')      →  ['编辑 骆青石；记者 骆青石', '编辑（未署名）；记者 骆青石']
 *   readingsOf('责编：闻溪')            →  []: certain; or nothing like a credit
 */
import { roleOf } from '../../../sanity/schema/roles.ts'
import { frameOf } from './frame.ts'
import { gluedNames } from './glued.ts'
import { nextLabel } from './labels.ts'
import type { PrintedCredit } from './line.ts'
import { MARK } from './marks.ts'
import { parseCreditLine, unsettled } from './parse.ts'
import { tailRole } from './tails.ts'

const LONGEST = 60
/** Most lines can hold no credit: one question instead of the grammar. */
const MAY = /[编編记記責责撰作摄攝]|通讯员|通訊員|评论员|實習|实习/u
/** More readings than these are no help to anybody. */
const MOST = 4

/** A line in, its readings out: [] where nothing is doubtful; one where a line can be read only by cutting between names. */
export function readingsOf(line: string): string[] {
  if (line.length > LONGEST || /[。！？]/u.test(line) || !MAY.test(line)) return []
  const credits = unsettled(line)
  if (credits === undefined) return namesIn(line).slice(0, MOST)
  return (parseCreditLine(line, { bare: true }) === undefined ? rolesIn(credits) : longNames(credits)).slice(0, MOST)
}

/** A name of four letters and more that may as well be two. */
function longNames(credits: readonly PrintedCredit[]): string[] {
  const plain = credits.map((credit) => ({ role: wordOf(credit), names: namesOf(credit) }))
  for (const [index, { role, names }] of plain.entries())
    for (const [at, name] of names.entries()) {
      const cut = gluedNames(name).map((parts) => [...names.slice(0, at), ...parts, ...names.slice(at + 1)])
      if (cut.length > 0)
        return [names, ...cut].map((people) =>
          say([...plain.slice(0, index), { role, names: people }, ...plain.slice(index + 1)]),
        )
    }
  return []
}

/** Names behind one label that can be told apart in several ways. */
function namesIn(line: string): string[] {
  const inner = frameOf(line)?.inner ?? ''
  const label = nextLabel(inner, 0)
  if (label === undefined || label.start > 0) return []
  const next = nextLabel(inner, label.end)
  const names = inner.slice(label.end, next?.start).replace(MARK, '').trim()
  const told = /^(?:\p{Script=Han}{2,6}[\s、，,]+)*\p{Script=Han}(?:\s+\p{Script=Han}){2,4}$/u.test(names)
    ? padded(names)
    : gluedNames(names)
  const rest = next === undefined ? '' : `；${inner.slice(next.start)}`
  return told.map((people) => `${label.label} ${people.join('、')}${rest}`)
}

/** Single letters side by side, of which one is left over: each place for it is a reading. */
function padded(names: string): string[][] {
  const words = names.split(/[\s、，,]+/u)
  const first = words.findIndex((word) => word.length === 1)
  const [before, letters] = [words.slice(0, first), words.slice(first)]
  if (letters.length % 2 === 0) return []
  return letters
    .flatMap((_, alone) =>
      alone % 2 === 1
        ? []
        : [
            [
              ...before,
              ...pairsOf(letters.slice(0, alone)),
              letters[alone] ?? '',
              ...pairsOf(letters.slice(alone + 1)),
            ],
          ],
    )
    .toReversed()
}

const pairsOf = (letters: readonly string[]): string[] =>
  letters.flatMap((letter, index) => (index % 2 === 0 ? [letter + (letters[index + 1] ?? '')] : []))

/** Names that are certain, and what they did is not. */
function rolesIn(credits: readonly PrintedCredit[]): string[] {
  const plain = credits.map((credit) => ({ role: wordOf(credit), names: namesOf(credit) }))
  for (const [index, credit] of credits.entries()) {
    const [here, next] = [plain[index], plain[index + 1]]
    if (here === undefined) continue
    const other = (...instead: { role: string; names: string[] }[]): string =>
      say([...plain.slice(0, index), ...instead])
    if (credit.people.length === 0 && credit.placeholder === '' && next !== undefined)
      return [other({ ...here, names: next.names }, ...plain.slice(index + 1)), say(plain)]
    if (credit.label === '' && next !== undefined)
      return [say(plain), other({ role: next.role, names: [...here.names, ...next.names] }, ...plain.slice(index + 2))]
    const last = credit.people.findLastIndex((one) => tailRole([one]) !== undefined)
    const said = credit.people[last]
    if (said === undefined || last === credit.people.length - 1) continue
    const did = { role: roleOf(tailRole([said]) ?? credit.role).title, names: here.names.slice(0, last + 1) }
    return [
      other(did, { role: here.role, names: here.names.slice(last + 1) }, ...plain.slice(index + 1)),
      other({ ...did, names: here.names }, ...plain.slice(index + 1)),
    ]
  }
  return []
}

const wordOf = ({ label, role }: PrintedCredit): string => (label === '' ? roleOf(role).title : label)
const namesOf = ({ people }: PrintedCredit): string[] => people.map(({ name }) => name)
const say = (credits: readonly { role: string; names: readonly string[] }[]): string =>
  credits
    .map(({ role, names }) => (names.length === 0 ? `${role}（未署名）` : `${role} ${names.join('、')}`))
    .join('；')
