/**
 * Bytes of a saved page → its text, whatever its label says.
 *
 *   readBytes(utf8 bytes)          →  { text: '渠水到田头…', encoding: 'utf-8' }
 *   readBytes(GBK bytes)           →  { text: '渠水到田头…', encoding: 'gb18030' }
 *   readText({ text: 'ÊÇ·ñ…' … })  →  { refused: '…' }: a guess would be filed as a fact
 *
 * A text file is looked at whole (`readText`); of a web page only what was read from it counts (./parse/html/damage.ts), for a letter
 * lost in a script is nobody's.
 */
import { decodeBytes, type Decoded } from './decode.ts'

export type ReadBytes = Decoded | { refused: string }

/** Longest page that is read: 20 MB, forty times the longest of the measured ones. */
export const MOST_BYTES = 20_000_000

/** What Windows-1252 shows for the bytes 80 to 9f. */
const WINDOWS = String.raw`\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122`
/**
 * Letters that Latin-1 or GBK shows for the bytes of the other, two for one of GBK and three for one of UTF-8: seen in runs only where
 * a page was decoded twice.
 */
const MOJIBAKE = new RegExp(
  `(?:[\\u00c0-\\u00ff][\\u0080-\\u00ff${WINDOWS}]{1,2}){3,}|锟斤拷|[鐨勬槸鍦ㄤ竴浜嗗拰]{4,}`,
  'u',
)

export function readBytes(bytes: Uint8Array): ReadBytes {
  if (bytes.length > MOST_BYTES)
    return { refused: `expected at most ${MOST_BYTES} bytes, found ${bytes.length}; split the file` }
  const decoded = decodeBytes(bytes)
  if (decoded === undefined)
    return { refused: 'expected UTF-8 or GB18030 text, found bytes of neither; save the page again from its source' }
  const text = decoded.text.replace(/^\ufeff/u, '').replaceAll(/\r\n?/gu, '\n')
  return text.trim() === '' ? { refused: 'expected a page, found nothing but white space' } : { ...decoded, text }
}

/** A whole text in, the same or why it can't be one out: no control characters, no lost letters, none decoded twice. */
export function readText(decoded: Decoded): ReadBytes {
  const binary = /[\u0000-\u0008\u000e-\u001f]/u.exec(decoded.text)
  if (binary !== null)
    return {
      refused: `expected text, found the control character U+${binary[0].charCodeAt(0).toString(16).padStart(4, '0')}; is it a picture or an archive?`,
    }
  const garbled = garbledIn(decoded.text)
  return garbled === undefined ? decoded : { refused: lostLetters(garbled) }
}

/** The first place in a text where letters were lost. */
export const garbledIn = (text: string): string | undefined =>
  text.includes('\ufffd') ? '\ufffd' : MOJIBAKE.exec(text)?.[0]

export const lostLetters = (garbled: string): string =>
  `expected readable text, found “${garbled.slice(0, 12)}”: letters were lost before the page was saved; save it again from its source`

/** Whether a text is a page's markup, to be read as such. */
export const isMarkup = (text: string): boolean =>
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype|html|head|body|\?xml|meta|title|div|table|article|section|script|style|link|p|h[1-6])\b/iu.test(
    text,
  )
