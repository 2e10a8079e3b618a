/**
 * One walk over a page's tree, that gathers its lines as it opens and closes elements.
 *
 *   walk.open(p); walk.text('渠水'); walk.close(p)  →  walk.sheet.lines is [{ text: '渠水', … }]
 */
import type { Piece, Sheet } from './sheet.ts'
import { BLOCKS, isBold, isCentred, isHidden, UNSEEN } from './tags.ts'
import { isElement, type Element } from './tree.ts'

/** A line of so many letters is prose: nobody asks for its pieces. */
const LONGEST_OF_PIECES = 300
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/gu

/** What stands open around the walk's place. */
interface Around {
  block: Element
  linked: number
  bold: number
  centred: number
  heading: number
}

export class Walk {
  readonly sheet: Sheet = {
    title: '',
    lines: [],
    pictures: [],
    elements: new Map(),
    head: [],
    scripts: [],
    unseen: 0,
    names: new Set(),
  }
  private readonly around: Around[] = []
  private words = ''
  /** Whether the line has anything but white space yet. */
  private inked = false
  private linked = 0
  private bold = 0
  private cuts: { at: number; name: string; linked: boolean }[] = []

  text(value: string): void {
    const last = this.around.at(-1)
    if (last === undefined) return
    const text = value.replaceAll(/[ \t\n\r\f]+/gu, ' ')
    this.words += text
    this.inked ||= text !== '' && text !== ' '
    if (last.linked + last.bold === 0) return
    const letters = lettersIn(text)
    this.linked += last.linked > 0 ? letters : 0
    this.bold += last.bold > 0 ? letters : 0
  }

  /** Whether what stands in the element is to be walked. */
  open(element: Element): boolean {
    const { tagName } = element
    if (tagName === 'head') {
      for (const node of element.childNodes) if (isElement(node)) this.readHead(node)
      return false
    }
    if (tagName === 'title') this.readHead(element)
    if (tagName === 'meta' || tagName === 'link') this.sheet.head.push(element)
    if (tagName === 'script') this.sheet.scripts.push(element)
    if (tagName === 'br' || tagName === 'hr') this.end()
    if (tagName === 'img') {
      const block = this.around.at(-1)?.block
      if (block !== undefined) this.sheet.pictures.push({ element, block, at: this.sheet.lines.length })
      return false
    }
    if (tagName === 'title' || UNSEEN.has(tagName) || isHidden(element)) return false
    const outer = this.around.at(-1)
    const isBlock = BLOCKS.has(tagName)
    const name = this.nameOf(element)
    if (isBlock) this.end()
    this.cuts.push({ at: this.words.length, name, linked: tagName === 'a' })
    this.sheet.elements.set(element, { from: this.sheet.lines.length, to: -1 })
    const heading = /^h[1-6]$/u.test(tagName) ? Number(tagName[1]) : 0
    this.around.push({
      block: isBlock ? element : (outer?.block ?? element),
      linked: (outer?.linked ?? 0) + (tagName === 'a' ? 1 : 0),
      bold: (outer?.bold ?? 0) + (isBold(element) ? 1 : 0),
      centred:
        (isBlock && element.attrs.some(({ name, value }) => name === 'align' && value !== 'center')
          ? 0
          : (outer?.centred ?? 0)) + (isCentred(element) ? 1 : 0),
      heading: heading === 0 ? (outer?.heading ?? 0) : heading,
    })
    return true
  }

  close(element: Element): void {
    const range = this.sheet.elements.get(element)
    if (range === undefined) return
    if (BLOCKS.has(element.tagName)) this.end()
    this.cuts.push({ at: this.words.length, name: '', linked: false })
    this.around.pop()
    range.to = this.sheet.lines.length - 1 + (this.inked ? 1 : 0)
  }

  private nameOf(element: Element): string {
    let name = ''
    for (const { name: attribute, value } of element.attrs) {
      if (attribute === 'id') this.sheet.names.add(`#${value}`)
      else if (attribute === 'class') for (const one of value.split(/\s+/u)) this.sheet.names.add(`.${one}`)
      else continue
      name += ` ${value}`
    }
    return name
  }

  private readHead(element: Element): void {
    if (element.tagName === 'title' && this.sheet.title === '')
      this.sheet.title = element.childNodes
        .map((node) => ('value' in node ? node.value : ''))
        .join('')
        .replaceAll(/\s+/gu, ' ')
        .trim()
    if (element.tagName === 'meta' || element.tagName === 'link') this.sheet.head.push(element)
    if (element.tagName === 'script') this.sheet.scripts.push(element)
  }

  private end(): void {
    const last = this.around.at(-1)
    const seen = this.words.replaceAll(INVISIBLE, '')
    const text = clean(seen)
    if (text !== '' && last !== undefined) {
      this.sheet.unseen += this.words.length - seen.length
      this.sheet.lines.push({
        text,
        index: this.sheet.lines.length,
        block: last.block,
        linked: this.linked,
        bold: this.bold,
        letters: lettersIn(text),
        centred: last.centred > 0,
        heading: last.heading,
        pieces: this.words.length > LONGEST_OF_PIECES ? [] : this.piecesOf(),
      })
    }
    this.words = ''
    this.inked = false
    this.linked = 0
    this.bold = 0
    this.cuts = []
  }

  private piecesOf(): Piece[] {
    const ends = [...this.cuts.map(({ at }) => at), this.words.length]
    const first = { text: clean(this.words.slice(0, ends[0])), name: '', linked: false }
    const rest = this.cuts.map(({ at, name, linked }, index) => ({
      text: clean(this.words.slice(at, ends[index + 1])),
      name,
      linked,
    }))
    return [first, ...rest].filter(({ text }) => text !== '')
  }
}

const clean = (words: string): string => words.replaceAll(INVISIBLE, '').trim().replaceAll(/ {2,}/gu, ' ')

const lettersIn = (text: string): number => text.replaceAll(/[\s\u200b\u2060\ufeff\u00ad]+/gu, '').length
