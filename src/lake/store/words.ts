/**
 * The words by which documents are found without being read: pairs of neighbouring Chinese letters and numerals, threes of them where
 * two are numerals, and whole short values.
 *
 *   wordsOf({ title: '渠水到了', slug: 'A-1' })  →  '6e20x6c34 6c34x5230 5230x4e86 4e86x v5b… 31x v8c…'
 *   wantedWords([{ run: '渠水到' }])             →  '("6e20x6c34" AND "6c34x5230")'     for SQLite's MATCH
 *   wantedWords([{ run: '有526' }])  →  '("6709x35x32" AND "35x32x36")'
 *   wantedWords([{ run: '水' }, { value: 'a-1' }])  →  '("6c34x" *) OR ("v8c…")'
 *
 * There are a hundred pairs of numerals, so that a text full of figures holds them all: pairs alone would name it for any number.
 *
 * Whatever holds the run or the value holds the words; the reverse is for the query to find out. Words are hexadecimal, so that no
 * version of SQLite's own table of letters has a say.
 */
import { hash } from 'node:crypto'
import { isRecord } from '../json.ts'

/** What a document must hold: a run of Chinese or numerals inside some text, or a text that is this value but for its capitals. */
export type Needle = { readonly run: string } | { readonly value: string }

const RUN = /[\p{Script=Han}\d]+/gu
/** Longer texts are nobody's key; in letters. */
const LONGEST_VALUE = 300

export function wordsOf(document: unknown): string {
  const words = new Set<string>()
  gather(document, words)
  return [...words].join(' ')
}

/** Undefined where the words can't tell: every document may hold it. */
export function wantedWords(needles: readonly Needle[]): string | undefined {
  const each = needles.map(wordsOfNeedle)
  // A search asks for the same word of several fields.
  return each.includes(undefined) ? undefined : [...new Set(each)].map((words) => `(${words})`).join(' OR ')
}

function wordsOfNeedle(needle: Needle): string | undefined {
  if ('value' in needle) return needle.value.length > LONGEST_VALUE ? undefined : `"${valueWord(needle.value)}"`
  const letters = Array.from(needle.run)
  const [only] = letters
  if (only === undefined) return undefined
  // One letter: whatever stands behind it.
  if (letters.length === 1) return `"${wordOf([only, ''])}" *`
  const threes = letters.map((_, at) => threeAt(letters, at))
  return letters
    .slice(0, -1)
    .flatMap((letter, at) => {
      const pair = wordOf([letter, letters[at + 1] ?? ''])
      // A pair that is in the three before it is asked for with that.
      return threes[at] ?? (threes[at - 1] === undefined ? pair : [])
    })
    .map((word) => `"${word}"`)
    .join(' AND ')
}

/** `match` reads 2020.07.02 as 20200702, in texts as in what is looked for: a dot at the edge of a word is none. */
const EDGE_DOTS = /\b\.+|\.+\b/gu

function readings(value: string): readonly string[] {
  const matched = value.includes('.') ? value.replaceAll(EDGE_DOTS, '') : value
  return matched === value ? [value] : [value, matched]
}

function gather(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length <= LONGEST_VALUE) words.add(valueWord(value))
    for (const text of readings(value))
      for (const [run] of text.matchAll(RUN)) for (const word of wordsIn(run)) words.add(word)
  } else if (Array.isArray(value)) for (const item of value) gather(item, words)
  else if (isRecord(value)) for (const inner of Object.values(value)) gather(inner, words)
}

/** Each letter with the one behind it, the last with none; and with the two behind it where numerals are two of the three. */
function wordsIn(run: string): string[] {
  const letters = Array.from(run)
  return letters.flatMap((letter, at) => {
    const three = threeAt(letters, at)
    const pair = wordOf([letter, letters[at + 1] ?? ''])
    return three === undefined ? [pair] : [pair, three]
  })
}

const NUMERAL = /\d/u

function threeAt(letters: readonly string[], at: number): string | undefined {
  const three = letters.slice(at, at + 3)
  return three.length === 3 && three.filter((letter) => NUMERAL.test(letter)).length > 1 ? wordOf(three) : undefined
}

const wordOf = (letters: readonly string[]): string =>
  letters.map((letter) => letter.codePointAt(0)?.toString(16) ?? '').join('x')

const valueWord = (value: string): string => `v${hash('sha1', value.toLowerCase()).slice(0, 16)}`
