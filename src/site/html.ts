/**
 * HTML that escapes everything but itself.
 *
 *   html`<b>${'1 < 2'}</b>`           →  Html '<b>1 &lt; 2</b>'
 *   html`<i>${html`<b>x</b>`}</i>`    →  Html '<i><b>x</b></i>'
 *   html`${[html`a`, 'b']}${undefined}` →  Html 'ab'
 *
 * A value is text unless it was made by this tag or declared trusted by name (`trusted`), so forgetting to escape is not possible.
 */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type Part = Html | string | number | undefined | readonly Part[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text in, the same text safe between tags and inside quoted attributes out. */
export function escapeHtml(text: string): string {
  return /[&<>"']/u.test(text) ? text.replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign) : text
}

/** HTML made by a renderer that escapes by itself (Markdown) or by `JSON.stringify`; never a document's own words. */
export const trusted = (text: string): Html => new Html(text)

/**
 * A whole page in, its text out. Put together from pieces, a text stays a tree of them until a letter of it is read; read here, the
 * pieces are free before Eleventy keeps ten thousand such trees.
 */
export function printed({ text }: Html): string {
  if (/^<!doctype html>/iu.test(text)) return text
  throw new Error(`expected a whole page from its first line on, found “${text.slice(0, 40)}”`)
}

export const nothing = new Html('')

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < parts.length; index += 1) text += textOf(parts[index]) + (strings[index + 1] ?? '')
  return new Html(text)
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  if (part === undefined) return ''
  return typeof part === 'number' ? String(part) : part.map(textOf).join('')
}
