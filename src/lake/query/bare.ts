/**
 * Whether a query looks at nothing of a document but its id and type, and hands documents on whole or counts them.
 *
 *   *[_type == "article" && _id > $after] | order(_id) [0...500]   →  true: answered from stored bytes, no document is parsed
 *   {"articles": count(*[_type == "article"]), "all": count(*)}    →  true
 *   *[_type == "article"]{title}                                   →  false
 *
 * Asked of a narrowed plan. Anything that is not known to be so is not: then every document is parsed, as ever.
 */
import { isRecord } from '../json.ts'

export function isBare(tree: unknown): boolean {
  if (!isRecord(tree)) return false
  if (tree['type'] === 'AccessElement') return isDocuments(tree['base'])
  // Inside an object a document would be printed, not spliced: only numbers and constants may stand there.
  if (tree['type'] === 'Object') return all(tree['attributes'], isNumberAttribute)
  return isDocuments(tree) || isNumber(tree)
}

/** A list of whole documents: a source, filtered, ordered, cut. */
function isDocuments(node: unknown): boolean {
  if (!isRecord(node)) return false
  switch (node['type']) {
    case 'Everything':
      return true
    case 'Parameter':
      return String(node['name']).startsWith('\0')
    case 'Filter':
      return isDocuments(node['base']) && isCondition(node['expr'])
    case 'Slice':
    case 'Group':
      return isDocuments(node['base'])
    case 'PipeFuncCall':
      return node['name'] === 'order' && isDocuments(node['base']) && all(node['args'], isCondition)
    default:
      return false
  }
}

/** Looks at nothing but id and type. */
function isCondition(node: unknown): boolean {
  if (!isRecord(node)) return false
  switch (node['type']) {
    case 'Value':
      return true
    case 'AccessAttribute':
      return node['base'] === undefined && (node['name'] === '_id' || node['name'] === '_type')
    case 'OpCall':
    case 'And':
    case 'Or':
      return isCondition(node['left']) && isCondition(node['right'])
    case 'Not':
    case 'Group':
    case 'Asc':
    case 'Desc':
      return isCondition(node['base'])
    default:
      return false
  }
}

function isNumber(node: unknown): boolean {
  if (!isRecord(node)) return false
  if (node['type'] === 'Value') return true
  return (
    node['type'] === 'FuncCall' &&
    node['namespace'] === 'global' &&
    node['name'] === 'count' &&
    all(node['args'], isDocuments)
  )
}

const isNumberAttribute = (node: unknown): boolean =>
  isRecord(node) && node['type'] === 'ObjectAttributeValue' && isNumber(node['value'])

const all = (list: unknown, test: (node: unknown) => boolean): boolean => Array.isArray(list) && list.every(test)
