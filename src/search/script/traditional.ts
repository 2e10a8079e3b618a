/**
 * Simplified text in Traditional letters, names as they are.
 *
 *   traditionalText('记者于岚在里面', namesOf(['于岚']))  →  '記者于岚在裡面'    not 於熙
 *
 * OpenCC knows words, not people: it writes 於 for a Yu whose name is 于, and the way back hides it. So every name is set aside before
 * a word is looked at. Letters are those of Taiwan's standard (裡, 吃, 麵), which readers in Hong Kong know; words stay as they are.
 */
import { Converter } from 'opencc-js/cn2t'

/** Names by their first two letters, the longest first. */
export type Names = ReadonlyMap<string, readonly string[]>

let converter: ((text: string) => string) | undefined

export function namesOf(names: Iterable<string>): Names {
  const kept = [...new Set(names)].filter((name) => /\p{Script=Han}.*\p{Script=Han}/u.test(name))
  const sorted = kept.toSorted((a, b) => b.length - a.length)
  return Map.groupBy(sorted, (name) => name.slice(0, 2))
}

/** A text, the names of its page and those known everywhere in; a name in either changes no letter. */
export function traditionalText(text: string, ...known: readonly Names[]): string {
  const convert = (converter ??= Converter({ from: 'cn', to: 'tw' }))
  let traditional = ''
  let from = 0
  for (let at = 0; at < text.length - 1; at += 1) {
    const name = nameAt(text, at, known)
    if (name === undefined) continue
    traditional += convert(text.slice(from, at)) + name
    from = at + name.length
    at = from - 1
  }
  return traditional + convert(text.slice(from))
}

function nameAt(text: string, at: number, known: readonly Names[]): string | undefined {
  const head = text.slice(at, at + 2)
  for (const names of known) {
    const found = names.get(head)?.find((name) => text.startsWith(name, at))
    if (found !== undefined) return found
  }
  return undefined
}
