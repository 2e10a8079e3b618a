/**
 * A page as a reader sees it: its lines from top to bottom, with what each looks like, and the pictures between them.
 *
 *   sheetOf('<title>渠水</title><body><h1>把渠修到田头</h1><p>渠水来了。<br>走得很慢。')
 *     →  { title: '渠水', lines: [{ text: '把渠修到田头', heading: 1, … }, { text: '渠水来了。' }, { text: '走得很慢。' }], … }
 *
 * One walk without recursion: ten thousand nested tags are a page too. What is hidden is not on the page.
 */
import { Walk } from './walk.ts'
import { isElement, treeOf, type Element, type Node } from './tree.ts'

export interface Line {
  /** Without white space at its ends; inside, runs of it are one space, as a browser shows them. */
  text: string
  index: number
  /** The innermost block that the line stands in. */
  block: Element
  /** Letters of the line that stand in links, and that are bold. */
  linked: number
  bold: number
  letters: number
  centred: boolean
  /** 1 to 6 for a heading. */
  heading: number
  /** A short line's parts as inline elements divide it, with the class and id of the element that each begins in. */
  pieces: Piece[]
}

export interface Piece {
  text: string
  linked: boolean
  name: string
}

interface Picture {
  element: Element
  block: Element
  /** The index of the line that follows it or that it stands in. */
  at: number
}

export interface Sheet {
  title: string
  lines: Line[]
  pictures: Picture[]
  /** Every element that is shown, in the order of the page, with the lines from its first to its last. */
  elements: Map<Element, { from: number; to: number }>
  /** Elements of the head: meta and link. */
  head: Element[]
  /** Its scripts, wherever they stand; read only where a date is missing. */
  scripts: Element[]
  /** Letters taken away that nobody sees. */
  unseen: number
  /** Every id and class of the page: `#rwb_zw`, `.text_title`. */
  names: Set<string>
}

/** Markup in, its lines out; undefined when it is nested deeper than any page. */
export function sheetOf(markup: string): Sheet | undefined {
  const tree = treeOf(markup)
  if (tree === undefined) return undefined
  const walk = new Walk()
  const stack: { node: Node; next: number }[] = [{ node: tree, next: 0 }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = 'childNodes' in top.node ? top.node.childNodes[top.next] : undefined
    if (child === undefined) {
      if (isElement(top.node)) walk.close(top.node)
      stack.pop()
      continue
    }
    top.next += 1
    if ('value' in child) walk.text(child.value)
    else if (isElement(child) && walk.open(child)) stack.push({ node: child, next: 0 })
  }
  return walk.sheet
}
