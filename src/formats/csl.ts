/**
 * A citation as CSL-JSON 1.0.2 (https://docs.citationstyles.org/), what Zotero, Pandoc and word processors read.
 *
 *   cslItem(reference)  →  { id: 'article-a1', type: 'article-newspaper', title: '把渠修到田头', author: [{ literal: '石砚' }], … }
 *
 * Names are `literal`, because a Chinese name on a page says not where the family name ends. `custom.credits` has them all with their roles.
 */
import type { Credited } from '../content/credited.ts'
import type { Reference } from './reference.ts'

const TYPES = { newspaper: 'article-newspaper', magazine: 'article-magazine', website: 'webpage' } as const

export function cslItem({
  key,
  title,
  authors,
  editors,
  translators,
  people,
  container,
  kind,
  publisher,
  date,
  url,
}: Reference): object {
  return {
    id: key,
    type: TYPES[kind],
    title,
    ...(authors.length === 0 ? {} : { author: names(authors) }),
    ...(editors.length === 0 ? {} : { editor: names(editors) }),
    ...(translators.length === 0 ? {} : { translator: names(translators) }),
    'container-title': container,
    publisher,
    issued: { 'date-parts': [date.split('-').map(Number)] },
    URL: url,
    language: 'zh-Hans',
    ...(people.length === 0
      ? {}
      : { custom: { credits: people.map(({ role, label, name }) => ({ role, label, name })) } }),
  }
}

const names = (list: readonly Credited[]): object[] => list.map(({ name }) => ({ literal: name }))
