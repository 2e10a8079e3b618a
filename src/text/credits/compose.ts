/**
 * Our own pages' credit lines, from structure to print.
 *
 *   composeCredits([{ role: 'reporter', name: '石砚' }, { role: 'editor', name: '韩岭', note: '实习' }, { role: 'editor', name: '杜若' }])
 *     →  { byline: [], textEnd: ['（记者 石砚）'], foot: ['(责编：韩岭(实习)、杜若)'] }
 *
 * The last line has the form of the original pages since 2016: half-width brackets, full-width colon. Each line reads back
 * (`parseCreditLine`) to the same roles, names, notes and order; where the role table puts a role is in `place`.
 */
import { roleOf, type CreditPlace, type RoleId } from '../../../sanity/schema/roles.ts'
import { nextLabel } from './labels.ts'
import type { CreditLine, PrintedCredit, PrintedPerson } from './line.ts'

export interface Credited {
  role: RoleId
  name: string
  label?: string | undefined
  note?: string | undefined
  code?: string | undefined
  affiliation?: string | undefined
}

const STYLE = {
  byline: { open: '', close: '', mark: '：', separator: '、', between: ' ' },
  textEnd: { open: '（', close: '）', mark: ' ', separator: ' ', between: ' ' },
  foot: { open: '(', close: ')', mark: '：', separator: '、', between: ' ' },
} as const

/** Attributions in printed order in; for each place the lines that our page prints there out. */
export function composeCredits(credited: readonly Credited[]): Record<CreditPlace, CreditLine[]> {
  const at = (place: CreditPlace): CreditLine[] => {
    const here = credited.filter((one) => roleOf(one.role).place === place)
    return here.length === 0 ? [] : [lineOf(here, place)]
  }
  return { byline: at('byline'), textEnd: at('textEnd'), foot: at('foot') }
}

function lineOf(credited: readonly Credited[], place: CreditPlace): CreditLine {
  const { open, close, between } = STYLE[place]
  const { mark, separator } = marksOf(credited, place)
  const credits: PrintedCredit[] = []
  for (const one of credited) {
    const label = labelOf(one)
    const last = credits.at(-1)
    if (last !== undefined && last.label === label) last.people.push(personOf(one, separator))
    else
      credits.push({
        before: last === undefined ? '' : between,
        label,
        role: one.role,
        mark,
        people: [personOf(one, '')],
        placeholder: '',
      })
  }
  return { open, credits, close }
}

/** A space parts Chinese names only: 'John Smith', and 'Ada' beside 'Holm', need a sign between; a long name (乌兰图雅花) one in front. */
function marksOf(credited: readonly Credited[], place: CreditPlace): { mark: string; separator: string } {
  const { mark, separator } = STYLE[place]
  return {
    mark: credited.some(({ name }) => /^\p{Script=Han}{5}/u.test(name)) ? '：' : mark,
    separator: credited.some(({ name }) => /[\s\p{Script=Latin}]/u.test(name)) ? '、' : separator,
  }
}

/** A label is printed as given only when it reads as its role: 记者 over an editor's name would make a writer of them. */
function labelOf({ role, label, affiliation }: Credited): string {
  const { title } = roleOf(role)
  return [label, `${affiliation ?? ''}${title}`].find((text) => text !== undefined && readsAs(text, role)) ?? title
}

/** A paper has a few dozen labels and prints them for ever; each is read once. */
const READ = new Map<string, RoleId | undefined>()

function readsAs(text: string, role: RoleId): boolean {
  if (!READ.has(text) && READ.size < 1000) READ.set(text, roleRead(text))
  return (READ.has(text) ? READ.get(text) : roleRead(text)) === role
}

function roleRead(text: string): RoleId | undefined {
  const read = nextLabel(`${text}：`, 0)
  return read?.start === 0 && read.end === text.length ? read.role : undefined
}

function personOf({ name, note, code }: Credited, before: string): PrintedPerson {
  const after = `${note === undefined ? '' : `(${note})`}${code === undefined ? '' : ` ${code}`}`
  return {
    before,
    printed: name,
    name,
    ...(note === undefined ? {} : { note }),
    ...(code === undefined ? {} : { code }),
    after,
  }
}

/** A parsed line in, its people as flat attributions in printed order out: what the lake keeps. */
export function creditedOf(line: CreditLine): Credited[] {
  return line.credits.flatMap((credit) =>
    credit.people.map((person) => ({
      role: credit.role,
      name: person.name,
      label: credit.label === '' || credit.label === roleOf(credit.role).title ? undefined : credit.label,
      note: person.note,
      code: person.code,
      affiliation: person.affiliation?.trim() ?? credit.affiliation,
    })),
  )
}
