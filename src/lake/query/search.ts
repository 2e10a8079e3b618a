/**
 * `text::query`, which groq-js parses but can't run: every word must occur, in any place, whatever the case.
 *
 *   parseTerms('博物馆 "new york" -广告')  →  [{text:'博物馆'}, {text:'new york'}, {text:'广告', not: true}]
 *   matchesTerms(document, terms)          →  true when its strings hold the words
 *
 * A substring match, because Chinese is written without spaces: a sentence would otherwise be one word.
 */
import { type LakeDocument, isRecord } from '../json.ts'

export interface Term {
  readonly text: string
  readonly not: boolean
}

const TEXTS = new WeakMap<object, string>()

/** An empty query, or the `*` that the Studio sends for it, has no terms and matches everything. */
export function parseTerms(query: string): Term[] {
  const found = query.toLowerCase().matchAll(/(-?)"([^"]*)"|(-?)(\S+)/g)
  return [...found]
    .map(([, quotedNot, quoted, not, word]) => ({
      text: quoted ?? (word ?? '').replaceAll(/^\*+|\*+$/g, ''),
      not: quotedNot === '-' || not === '-',
    }))
    .filter(({ text }) => text !== '')
}

export function matchesTerms(document: LakeDocument, terms: readonly Term[]): boolean {
  const text = textOf(document)
  return terms.every((term) => text.includes(term.text) !== term.not)
}

function textOf(document: LakeDocument): string {
  const known = TEXTS.get(document)
  if (known !== undefined) return known
  const parts: string[] = []
  gather(document, parts)
  const text = parts.join('\n').toLowerCase()
  TEXTS.set(document, text)
  return text
}

/** Keys that start with an underscore are bookkeeping: nobody searches for a revision. */
function gather(value: unknown, parts: string[]): void {
  if (typeof value === 'string') parts.push(value)
  else if (Array.isArray(value)) for (const item of value) gather(item, parts)
  else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) if (!key.startsWith('_')) gather(inner, parts)
  }
}
