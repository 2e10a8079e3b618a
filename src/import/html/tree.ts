/**
 * A page's markup as a tree, by the rules that browsers follow; and the few questions that reading asks of it.
 *
 *   attributeOf(element, 'class')  →  'text_title'
 *   parentOf(element)              →  the element around it, or undefined at the top
 */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'

export type Document = DefaultTreeAdapterTypes.Document
export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.Node

/** Deeper markup is no page's: the measured ones are 40 deep, and a parser by the standard looks up the whole stack at each tag. */
const DEEPEST = 3000

class TooDeep extends Error {}

/** Markup in, its tree out, or undefined when it is nested too deep; parse5 mends whatever else is broken, as a browser would. */
export function treeOf(markup: string): Document | undefined {
  let depth = 0
  try {
    return parse(markup, {
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush: () => {
          depth += 1
          if (depth > DEEPEST) throw new TooDeep()
        },
        onItemPop: () => {
          depth -= 1
        },
      },
    })
  } catch (error) {
    if (error instanceof TooDeep) return undefined
    throw error
  }
}

export const isElement = (node: Node): node is Element => 'tagName' in node

export function attributeOf(element: Element, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return undefined
}

export function parentOf(element: Element): Element | undefined {
  const parent = element.parentNode
  return parent !== null && isElement(parent) ? parent : undefined
}
