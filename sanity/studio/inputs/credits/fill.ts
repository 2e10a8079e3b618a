/**
 * Newly read people put among the attributions that are there.
 *
 *   fill([记者 江穗, 责编 陶敏仪], [责编 韩岭, 责编 邱实], 'replace')  →  [记者 江穗, 责编 韩岭, 责编 邱实]
 *   fill([记者 江穗, 责编 陶敏仪], [责编 韩岭], 'append')             →  [记者 江穗, 责编 陶敏仪, 责编 韩岭]
 *
 * Roles that were not read stay where they are; a half-filled row stays too.
 */
import type { RoleId } from '../../../schema/roles.ts'
import { foldName } from '../../../../src/text/names.ts'
import { textOf, type Fields } from '../value.ts'
import { roleIn, type AttributionItem } from './attributions.ts'

export type Mode = 'replace' | 'append'

export function fill(existing: readonly Fields[], read: readonly AttributionItem[], mode: Mode): Fields[] {
  return mode === 'replace' ? replace(existing, read) : append(existing, read)
}

/** The roles that were read and are there already: what 填入 would replace. */
export function rolesBoth(existing: readonly Fields[], read: readonly { role: RoleId }[]): RoleId[] {
  const there = new Set(existing.map(roleIn))
  return [...new Set(read.map(({ role }) => role))].filter((role) => there.has(role))
}

/** Each role's people stand where its first one stood; roles that are new follow in the line's own order. */
function replace(existing: readonly Fields[], read: readonly AttributionItem[]): Fields[] {
  const waiting = new Set<RoleId | undefined>(read.map(({ role }) => role))
  const replaced = new Set(waiting)
  const result: Fields[] = []
  for (const item of existing) {
    const role = roleIn(item)
    if (!replaced.has(role)) result.push({ ...item })
    else if (waiting.delete(role)) result.push(...read.filter((one) => one.role === role).map(asFields))
  }
  return [...result, ...read.filter(({ role }) => waiting.has(role)).map(asFields)]
}

/** Behind the last of the same role, so that the role is printed once; whoever is there already is not added again. */
function append(existing: readonly Fields[], read: readonly AttributionItem[]): Fields[] {
  const result: Fields[] = [...existing]
  for (const one of read) {
    if (result.some((item) => isSame(item, one))) continue
    const last = result.findLastIndex((item) => roleIn(item) === one.role)
    result.splice(last === -1 ? result.length : last + 1, 0, asFields(one))
  }
  return result
}

const isSame = (item: Fields, one: AttributionItem): boolean =>
  roleIn(item) === one.role &&
  foldName(textOf(item['name']) ?? '') === foldName(one.name) &&
  (textOf(item['note']) ?? '') === (one.note ?? '') &&
  (textOf(item['code']) ?? '') === (one.code ?? '')

const asFields = (item: AttributionItem): Fields => ({ ...item })
