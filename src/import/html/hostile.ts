/**
 * Markup that no browser would show in time either, found before it is parsed.
 *
 *   shrink('<img src="data:image/png;base64,iVBOR…">')  →  '<img src="data:image/png">'   (pictures inside a saved page need no reading)
 *   tooMuch('<p '.repeat(1_000_000))                     →  'expected at most …'
 */

const INSIDE = ';base64,'
/** Ten times the longest of the measured pages without its pictures, ten times the one with most tags. */
const MOST_LETTERS = 5_000_000
const MOST_TAGS = 60_000
/** Attributes of one tag: each is compared with those before it. */
const MOST_ATTRIBUTES = 8000
/** Letters without a tag between them: the parser puts text together letter by letter. A script may be longer. */
const LONGEST_RUN = 1_000_000

export function shrink(markup: string): string {
  let kept = ''
  let from = 0
  for (let at = markup.indexOf(INSIDE); at !== -1; at = markup.indexOf(INSIDE, from)) {
    let end = at + INSIDE.length
    while (end < markup.length && isBase64(markup.charCodeAt(end))) end += 1
    kept += markup.slice(from, at)
    from = end
  }
  return from === 0 ? markup : kept + markup.slice(from)
}

/** Letters, digits, `+`, `/`, `=`. */
const isBase64 = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 47 && code <= 57) || code === 43 || code === 61

/** Why markup is not to be read, or undefined. */
export function tooMuch(markup: string): string | undefined {
  if (markup.length > MOST_LETTERS)
    return `expected at most ${MOST_LETTERS} letters of markup, found ${markup.length}; split the page`
  let tags = 0
  let attributes = 0
  let inside = false
  let opened = 0
  for (let at = 0; at < markup.length; at += 1) {
    const code = markup.charCodeAt(at)
    if (code === 60) {
      if (at - opened > LONGEST_RUN && !isScript(markup, opened)) return RUN
      opened = at
      tags += 1
      attributes = 0
      inside = true
    } else if (code === 62) inside = false
    else if (inside && (code === 61 || code === 32)) attributes += 1
    if (tags > MOST_TAGS) return `expected at most ${MOST_TAGS} tags, found more; split the page`
    if (attributes > MOST_ATTRIBUTES * 2)
      return `expected at most ${MOST_ATTRIBUTES} attributes in a tag, found more; is it a page?`
  }
  return markup.length - opened > LONGEST_RUN && !isScript(markup, opened) ? RUN : undefined
}

const RUN = `expected tags among the text, found ${LONGEST_RUN} letters without one; is it a page?`

const isScript = (markup: string, tag: number): boolean => /^<(?:script|style)/iu.test(markup.slice(tag, tag + 7))
