/**
 * Letters that no reader sees as they were meant: damaged, private or invisible ones.
 *
 *   strangeLetters('在\uFFFD上')      →  ['“在”之后的 U+FFFD（乱码）']
 *   strangeLetters('渠水\u200B到田头')  →  ['“渠水”之后的 U+200B（看不见的字符）']
 *   strangeLetters('把渠修到田头')     →  []
 *
 * A joiner (U+200C, U+200D) is a letter of Uyghur, Tibetan and Mongolian print and of emoji; beside Han, Latin or punctuation it is
 * what copying left behind.
 */
const STRANGE =
  /\uFFFD|\p{Co}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\uFEFF]|(?<=^|[\p{Script=Han}\p{P}\sA-Za-z0-9])[\u200C\u200D]|(?![\t\n\r])\p{Cc}/gu

/** So many letters in front of a strange one are enough to find it. */
const BEFORE = 6
/** A garbled page has thousands; the first few tell. */
const MOST = 3

/** A text in, what is wrong in it out, each with the letters in front so that an editor finds the place. */
export function strangeLetters(text: string): string[] {
  const found = [...text.matchAll(STRANGE)]
  const named = found
    .slice(0, MOST)
    .map((match) => `${placeOf(text, match.index)} ${codeOf(match[0])}（${kindOf(match[0])}）`)
  return found.length > MOST ? [...named, `另有 ${found.length - MOST} 处`] : named
}

function placeOf(text: string, index: number): string {
  const before = [...text.slice(0, index).replaceAll(STRANGE, '').split('\n').slice(-1).join('')]
    .slice(-BEFORE)
    .join('')
  return before.trim() === '' ? '行首的' : `“${before.trim()}”之后的`
}

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function kindOf(letter: string): string {
  if (letter === '\uFFFD') return '乱码'
  if (/\p{Co}/u.test(letter)) return '私用区字符，读者的字体里没有'
  return /\p{Cc}/u.test(letter) ? '控制字符' : '看不见的字符'
}
