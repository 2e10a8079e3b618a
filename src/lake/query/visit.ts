/**
 * Walks the nodes of a parsed query, parents first, and lets the visitor replace a node in its holder.
 *
 *   visit({ tree }, (holder, key, node) => { if (node.type === 'This') holder[key] = other })
 */
import { type JsonObject, isRecord } from '../json.ts'

export type Visitor = (holder: JsonObject, key: string, node: JsonObject) => void

export function visit(holder: JsonObject, visitor: Visitor): void {
  for (const key of Object.keys(holder)) {
    const child = holder[key]
    if (Array.isArray(child)) for (const item of child) visitItem(item, visitor)
    else if (isNode(child)) {
      visitor(holder, key, child)
      // Read again: the visitor may have put another node there.
      const now = holder[key]
      if (isNode(now)) visit(now, visitor)
    }
  }
}

/** Items of a list are visited in place of a holder, so that they too can be replaced. */
function visitItem(item: unknown, visitor: Visitor): void {
  if (!isNode(item)) return
  const holder: JsonObject = { item }
  visitor(holder, 'item', item)
  const now = holder['item']
  if (now !== item && isNode(now)) {
    for (const key of Object.keys(item)) delete item[key]
    Object.assign(item, now)
  }
  visit(item, visitor)
}

/** A `Value` holds the caller's own data, in which nothing is a node however much it looks like one. */
function isNode(value: unknown): value is JsonObject {
  return isRecord(value) && typeof value['type'] === 'string' && value['type'] !== 'Value'
}
