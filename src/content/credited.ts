/**
 * An article's credits as people: the one list that page data, feeds, exports and citations are all made from.
 *
 *   creditedPeople(article, catalogue)
 *     →  [{ role: 'reporter', title: '记者', label: '本报记者', property: 'author', name: '石砚', href: '/people/shi-yan.html', isPerson: true },
 *         { role: 'editor', title: '责编', label: '责编', property: 'editor', name: '韩岭', note: '实习', isPerson: true }]
 *
 * The order is the printed one. Which role is whose part is a column of the role table, so no format decides for itself who wrote:
 * an editor is never among the authors of any of them.
 */
import { roleOf, type Role, type RoleId } from '../../sanity/schema/roles.ts'
import { whoOf } from './credits.ts'
import type { ArticleDocument } from './documents.ts'
import type { Catalogue } from './catalogue.ts'

/** A person's or a desk's part, by the property of schema.org that says it. */
export type Part = Role['property']

export interface Credited {
  role: RoleId
  /** The role's Chinese name in the table: 责编. */
  title: string
  /** As printed over this name: 本报记者; the title where nothing else was printed. */
  label: string
  /** The role's English term, for formats whose vocabulary is English: responsible editor. */
  term: string
  property: Part
  /** As printed. */
  name: string
  note?: string
  code?: string
  affiliation?: string
  /** The person's or the paper's page. */
  href?: string
  /** The document that tells who it is: namesakes have different ones. */
  id?: string
  /** false for a desk or a newspaper. */
  isPerson: boolean
}

export function creditedPeople(article: ArticleDocument, catalogue: Catalogue): Credited[] {
  return (article.attributions ?? []).map((attribution) => {
    const { role, name, label, note, code, affiliation, who } = attribution
    const { title, term, property } = roleOf(role)
    const { href } = whoOf(attribution, catalogue)
    return {
      role,
      title,
      label: label ?? title,
      term,
      property,
      name,
      ...(note === undefined ? {} : { note }),
      ...(code === undefined ? {} : { code }),
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(href === undefined || who === undefined ? {} : { href, id: who._ref }),
      isPerson: catalogue.source(who?._ref ?? '') === undefined,
    }
  })
}

/** Those of one part, in printed order: `inPart(people, 'author')`. */
export const inPart = (people: readonly Credited[], part: Part): Credited[] =>
  people.filter(({ property }) => property === part)

/** `记者：石砚、江穗；责编：韩岭(实习)`: who did what, in printed order, for formats that have room for a line only. */
export function creditText(people: readonly Credited[]): string {
  const lines: { title: string; names: string[] }[] = []
  for (const { title, name, note } of people) {
    const printed = note === undefined ? name : `${name}(${note})`
    const last = lines.at(-1)
    if (last?.title === title) last.names.push(printed)
    else lines.push({ title, names: [printed] })
  }
  return lines.map(({ title, names }) => `${title}：${names.join('、')}`).join('；')
}
