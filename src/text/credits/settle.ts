/**
 * The roles that a line's words settle together.
 *
 *   （新华网甲一 气象网记者乙二）   甲一 has no label: a reporter like 乙二
 *   （记者甲一 摄）               a last 摄 makes a photographer of the reporter
 *   （甲一 编辑）                 nothing introduces 甲一, and the word behind says what he did
 *   甲一 责编：乙二               two readings: undefined
 *
 * No line with two readings is ever read as a writer's: an editor must not come out as an author.
 */
import { roleOf, type RoleId } from '../../../sanity/schema/roles.ts'
import type { PrintedCredit, PrintedPerson } from './line.ts'
import { tailRole } from './tails.ts'

/** Credits as read in; with their final roles out, or undefined when the line leaves a choice. */
export function settleRoles(credits: readonly PrintedCredit[]): PrintedCredit[] | undefined {
  const labelled = credits.find((credit) => credit.label !== '')?.role ?? 'reporter'
  const settled: PrintedCredit[] = []
  for (const [index, credit] of credits.entries()) {
    if (sharesAcrossRoles(credits[index - 1], credit)) return undefined
    const said = credit.label === '' ? tailRole(credit.people) : undefined
    const role: RoleId = credit.label === '' ? (said ?? labelled) : credit.role
    if (credit.label === '' && said === undefined && roleOf(role).property !== 'author') return undefined
    const photographed = credit.people.some(photographs)
    if (photographed && !allPhotograph(credit.people)) return undefined
    settled.push({ ...credit, role: photographed ? 'photographer' : role })
  }
  return settled
}

/** `（记者 通讯员 甲一 乙二）` may share its names, both labels write; `编辑 记者 甲一` and `责编：某某特约评论员 甲一` may not. */
function sharesAcrossRoles(last: PrintedCredit | undefined, credit: PrintedCredit): boolean {
  if (last === undefined || last.people.length > 0 || last.placeholder !== '') return false
  const shares = last.mark.trim() === '' || (credit.before === '' && credit.affiliation !== undefined)
  return shares && roleOf(last.role).property !== roleOf(credit.role).property
}

/** `甲一 乙二 摄` says it of both; `甲一 摄 乙二` and `甲一 文 乙二 图` do not. */
const allPhotograph = (people: readonly PrintedPerson[]): boolean =>
  people.slice(-1).every(photographs) && people.every((person) => photographs(person) || !/[文整]/u.test(person.after))

const PHOTOGRAPHED: ReadonlySet<string> = new Set(roleOf('photographer').labels)

const photographs = ({ after, note }: PrintedPerson): boolean =>
  note !== undefined && after.trimEnd().endsWith(note) && PHOTOGRAPHED.has(note)
