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

export const nothing = new Html('')

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? ''
  for (const [index, part] of parts.entries()) text += textOf(part) + (strings[index + 1] ?? '')
  return new Html(text)
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  if (part === undefined) return ''
  return typeof part === 'number' ? String(part) : part.map(textOf).join('')
}
