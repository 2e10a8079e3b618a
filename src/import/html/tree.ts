/**
 * A page's markup as a tree, by the rules that browsers follow; and the few questions that reading asks of it.
 *
 *   attributeOf(element, 'class')  →  'text_title'
 *   parentOf(element)              →  the element around it, or undefined at the top
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5'

export type Document = DefaultTreeAdapterTypes.Document
export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.Node

/** Markup in, its tree out; parse5 mends whatever is broken, as a browser would. */
export const treeOf = (markup: string): Document => parse(markup)

export const isElement = (node: Node): node is Element => 'tagName' in node

export function attributeOf(element: Element, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return undefined
}

export function parentOf(element: Element): Element | undefined {
  const parent = element.parentNode
  return parent !== null && isElement(parent) ? parent : undefined
}

/** Whether an element is another or stands in it. */
export function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at)) if (at === outer) return true
  return false
}
