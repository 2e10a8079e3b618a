/**
 * A page as a browser's parser sees it.
 *
 *   elementsOf('<p>a<b>c</b></p>').map(({ tagName }) => tagName)   →  ['html', 'head', 'body', 'p', 'b']
 *   visibleText(…)                                                →  'ac'   (no style, script or title)
 */
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.Node

const UNSEEN = new Set(['style', 'script', 'title', 'template', 'noscript'])

/** All elements in document order, those inside `<template>` too. */
export const elementsOf = (page: string): Element[] => below(parse(page))

/** The elements under a node, in document order. */
export function below(node: Node): Element[] {
  return childrenOf(node).flatMap((child) => (tree.isElementNode(child) ? [child, ...below(child)] : below(child)))
}

function childrenOf(node: Node): Node[] {
  if ('content' in node) return [node.content]
  return 'childNodes' in node ? node.childNodes : []
}

/** The text that stands on the page, as it stands. */
export function visibleText(node: Node): string {
  if (tree.isTextNode(node)) return node.value
  if (tree.isElementNode(node) && UNSEEN.has(node.tagName)) return ''
  return childrenOf(node).map(visibleText).join('')
}

/** The text inside one element whatever it is: of a title, a script. */
export const innerText = (node: Node): string =>
  tree.isTextNode(node) ? node.value : childrenOf(node).map(innerText).join('')

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

/** The one element of that name; an error when there are none or several. */
export function theOne(page: string | Node, tagName: string): Element {
  const found = (typeof page === 'string' ? elementsOf(page) : below(page)).filter((one) => one.tagName === tagName)
  const [element] = found
  if (element === undefined || found.length > 1)
    throw new Error(`expected one <${tagName}> on the page, found ${found.length}`)
  return element
}

/** Data blocks of the page, parsed. */
export function linkedData(page: string | Node): unknown[] {
  return (typeof page === 'string' ? elementsOf(page) : below(page))
    .filter((one) => one.tagName === 'script' && attribute(one, 'type') === 'application/ld+json')
    .map((one): unknown => JSON.parse(innerText(one)))
}
