/**
 * The attributions and kept lines of a form, only those that can be printed.
 *
 *   attributionsOf([{ _key: 'a', role: 'editor', name: '韩岭' }, { _key: 'b' }])
 *     →  [{ _key: 'a', _type: 'attribution', role: 'editor', name: '韩岭' }]
 *
 * An attribution without a role or a name is one that the editor is still filling in.
 */
import { CREDIT_PLACES } from '../../../schema/creditLine.ts'
import { ROLES, type RoleId } from '../../../schema/roles.ts'
import type { Attribution, CreditLine } from '../../../types.ts'
import { itemsOf, refOf, textOf, type Fields } from '../value.ts'

export type AttributionItem = Attribution & { _key: string }
export type CreditLineItem = CreditLine & { _key: string }

const SAID = ['label', 'note', 'code', 'affiliation'] as const

export const roleIn = ({ role }: Fields): RoleId | undefined => ROLES.find(({ id }) => id === role)?.id

export const attributionsOf = (value: unknown): AttributionItem[] => itemsOf(value).flatMap(attributionOf)

function attributionOf(fields: Fields, index: number): AttributionItem[] {
  const role = roleIn(fields)
  const name = textOf(fields['name'])
  if (role === undefined || name === undefined) return []
  const item: AttributionItem = { _key: textOf(fields['_key']) ?? `a${index}`, _type: 'attribution', role, name }
  for (const key of SAID) {
    const said = textOf(fields[key])
    if (said !== undefined) item[key] = said
  }
  const who = refOf(fields['who'])
  if (who !== undefined) item.who = { _type: 'reference', _ref: who }
  return [item]
}

export const creditLinesOf = (value: unknown): CreditLineItem[] =>
  itemsOf(value).flatMap((fields, index) => {
    const place = CREDIT_PLACES.find(({ value: id }) => id === fields['place'])?.value
    const text = textOf(fields['text'])
    if (place === undefined || text === undefined) return []
    return [{ _key: textOf(fields['_key']) ?? `l${index}`, _type: 'creditLine' as const, place, text }]
  })
