/**
 * A document before and after, as the change that pages are asked about.
 *
 *   changesOf(undefined, { type: 'article', document })   →  [{ type: 'article', before: undefined, after: document }]
 *   changesOf({ type: 'source', … }, { type: 'profile', … })   →  two changes: one gone, another made under the same id
 */
import type { Change } from '../content/kind.ts'
import type { Checked } from './check.ts'

export function changesOf(was: Checked | undefined, is: Checked | undefined): Change[] {
  if (was !== undefined && is !== undefined && was.type !== is.type)
    return [...changesOf(was, undefined), ...changesOf(undefined, is)]
  switch (is?.type ?? was?.type) {
    case undefined:
      return []
    case 'article':
      return [{ type: 'article', before: as('article', was)?.document, after: as('article', is)?.document }]
    case 'profile':
      return [{ type: 'profile', before: as('profile', was)?.document, after: as('profile', is)?.document }]
    case 'source':
      return [{ type: 'source', before: as('source', was)?.document, after: as('source', is)?.document }]
    case 'channel':
      return [{ type: 'channel', before: as('channel', was)?.document, after: as('channel', is)?.document }]
    case 'picture':
      return [{ type: 'picture', before: as('picture', was)?.document, after: as('picture', is)?.document }]
    case 'site':
      return [{ type: 'site', before: as('site', was)?.document, after: as('site', is)?.document }]
  }
}

function as<Type extends Checked['type']>(
  type: Type,
  checked: Checked | undefined,
): Extract<Checked, { type: Type }> | undefined {
  return checked !== undefined && isOf(type, checked) ? checked : undefined
}

const isOf = <Type extends Checked['type']>(
  type: Type,
  checked: Checked,
): checked is Extract<Checked, { type: Type }> => checked.type === type
