/**
 * XML that escapes everything but itself.
 *
 *   xml`<title>${'1 < 2'}</title>`               →  Xml '<title>1 &lt; 2</title>'
 *   xml`<item>${[xml`<a/>`, undefined]}</item>`  →  Xml '<item><a/></item>'
 *
 * Letters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets) are left out: one of them makes a whole feed unreadable.
 */
export class Xml {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type XmlPart = Xml | string | number | undefined | readonly XmlPart[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const BARRED = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Most texts have none of either. */
const TOUCHED = /[&<>"]|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

/** Text in, the same safe between tags and inside quoted attributes out. */
export const escapeXml = (text: string): string =>
  TOUCHED.test(text) ? text.replaceAll(BARRED, '').replaceAll(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign) : text

export function xml(strings: TemplateStringsArray, ...parts: readonly XmlPart[]): Xml {
  let text = strings[0] ?? ''
  for (let index = 0; index < parts.length; index += 1) text += textOf(parts[index]) + (strings[index + 1] ?? '')
  return new Xml(text)
}

function textOf(part: XmlPart): string {
  if (part instanceof Xml) return part.text
  if (typeof part === 'string') return escapeXml(part)
  if (part === undefined) return ''
  return typeof part === 'number' ? String(part) : part.map(textOf).join('')
}

/** The whole file: `fileOf(xml`<rss>…</rss>`, '/feed.css')`. */
export function fileOf(root: Xml, style?: string): string {
  const look = style === undefined ? '' : `<?xml-stylesheet type="text/css" href="${escapeXml(style)}"?>\n`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${look}${root.text}\n`
}
