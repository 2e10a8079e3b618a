/**
 * What is compared when a reader looks for words: letters and digits alone, every script form of a letter as one.
 *
 *   foldText('“水到了田裡”，GDP ３％', letters)  →  '水到了田里gdp3'
 *   foldPlaces('方 敏', letters)               →  { text: '方敏', places: [0, 2], ends: [1, 3] }   where each folded unit stands in the original
 *
 * Spaces, punctuation and the dots of names are dropped, so a name is found with its dot or padding and without. Letters are folded
 * one by one, never by their neighbours: text and query must come out alike whatever stands beside them.
 */

/** Letters that fold to another one: Traditional and variant forms to the Simplified letter. */
export type Letters = ReadonlyMap<string, string>

export interface Folded {
  text: string
  /** Index in the original of the letter that each unit of `text` comes from, and where that letter ends. */
  places: number[]
  ends: number[]
}

const KEPT = /[^\p{L}\p{N}\p{M}]+/gu

/** What one letter becomes; remembered, because an archive asks for the same few thousand again and again. */
const remembered = new WeakMap<Letters, Map<number, string>>()

function knownOf(letters: Letters): Map<number, string> {
  const known = remembered.get(letters) ?? new Map<number, string>()
  remembered.set(letters, known)
  return known
}

function foldLetter(code: number, letters: Letters, known: Map<number, string>): string {
  const before = known.get(code)
  if (before !== undefined) return before
  const plain = String.fromCodePoint(code).normalize('NFKC').toLowerCase().replaceAll(KEPT, '')
  const folded = Array.from(plain, (letter) => letters.get(letter) ?? letter).join('')
  known.set(code, folded)
  return folded
}

export function foldText(text: string, letters: Letters): string {
  const known = knownOf(letters)
  const whole = text.normalize('NFC')
  let folded = ''
  for (let at = 0; at < whole.length; at += 1) {
    const code = whole.codePointAt(at) ?? 0
    if (code > 0xffff) at += 1
    folded += known.get(code) ?? foldLetter(code, letters, known)
  }
  return folded
}

/** Like `foldText`, for a text that will be shown with what was found marked: give it in NFC, or the places are of its NFC form. */
export function foldPlaces(text: string, letters: Letters): Folded {
  const known = knownOf(letters)
  const whole = text.normalize('NFC')
  const folded: Folded = { text: '', places: [], ends: [] }
  for (let at = 0; at < whole.length; at += 1) {
    const code = whole.codePointAt(at) ?? 0
    const end = at + (code > 0xffff ? 2 : 1)
    const letter = foldLetter(code, letters, known)
    for (let unit = 0; unit < letter.length; unit += 1) {
      folded.places.push(at)
      folded.ends.push(end)
    }
    folded.text += letter
    at = end - 1
  }
  return folded
}
