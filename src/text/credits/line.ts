/**
 * A printed credit line and its structure, a pair: `parseCreditLine` (./parse.ts) and `formatCreditLine`.
 *
 *   '(责编：甲川、乙木(实习))'  ⇄  { open: '(', close: ')', credits: [{ label: '责编', role: 'editor', mark: '：', people: [
 *      { before: '', printed: '甲川', name: '甲川', after: '' }, { before: '、', printed: '乙木', name: '乙木', note: '实习', after: '(实习)' }] }] }
 *
 * Nothing of the line is dropped: format(parse(line)) is the line again, to the space.
 */
import type { RoleId } from '../../../sanity/schema/roles.ts'

export interface CreditLine {
  /** The bracket in front with its padding, or '' */
  open: string
  credits: PrintedCredit[]
  close: string
}

export interface PrintedCredit {
  /** What stands between the credit before and this one. */
  before: string
  /** As printed: '责编', '本报记者', '监 制'; '' for names that nothing introduces. */
  label: string
  role: RoleId
  /** The paper or desk inside the label: '新华社' of '新华社记者'. */
  affiliation?: string
  /** Between label and names: '：', ': ', '|', ' ', ''. */
  mark: string
  people: PrintedPerson[]
  /** Names that are no person's (`robot`, `系统管理员`, `NF041`), printed after the people as they stood. */
  placeholder: string
}

export interface PrintedPerson {
  /** Separator in front: '、', ' ', ''. */
  before: string
  /** The paper named right before the name: '新华网张三'. */
  affiliation?: string
  /** To the letter, with padding: '方  敏'. */
  printed: string
  name: string
  note?: string
  code?: string
  /** What follows the name to the letter: '(实习)', ' PN269', ' 摄', '等'. */
  after: string
}

/** A structure in, the printed line out. */
export function formatCreditLine(line: CreditLine): string {
  return line.open + line.credits.map(formatCredit).join('') + line.close
}

function formatCredit(credit: PrintedCredit): string {
  const people = credit.people.map((p) => p.before + (p.affiliation ?? '') + p.printed + p.after)
  return credit.before + credit.label + credit.mark + people.join('') + credit.placeholder
}
