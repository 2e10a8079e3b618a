/**
 * Half-width marks of a normalised text, turned back into those that Chinese print has.
 *
 *   restorePunctuation('他说:“水来了,不急!”(笑)')  →  { text: '他说：“水来了，不急！”（笑）', changed: 5 }
 *   restorePunctuation('11:03,共1,200米(HTC)')    →  { text: '11:03，共1,200米（HTC）', changed: 3 }
 *   foldPunctuation('他说：“水来了。”')             →  '他说:“水来了。”'      (what normalising did)
 *
 * The rule looks at the neighbours alone: a mark beside a Chinese letter, quotation mark or bracket is Chinese, one between figures or
 * inside Latin words is not. How often it is right is measured by `npm run bench -- punctuation`.
 */
const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
}
const HALF = new Map(Object.entries(FULL).map(([half, full]) => [full, half]))

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60“”‘’—…·％℃①-⑳]/u

export interface Restored {
  text: string
  changed: number
}

/** A text in, the same with its marks restored and how many were changed out. */
export function restorePunctuation(text: string): Restored {
  const letters = [...text]
  const brackets = bracketsOf(letters)
  let changed = 0
  const restored = letters.map((letter, at) => {
    const full = FULL[letter]
    if (full === undefined || !(brackets.get(at) ?? isChinese(letters, at))) return letter
    changed += 1
    return full
  })
  return { text: restored.join(''), changed }
}

/** What normalising does to a text; the measure of restoring it. */
export const foldPunctuation = (text: string): string => [...text].map((letter) => HALF.get(letter) ?? letter).join('')

/** Whether a mark is one of Chinese text: by the letter before it, or at the head of a text by the letter behind. */
function isChinese(letters: readonly string[], at: number): boolean {
  const before = neighbour(letters, at, -1)
  const behind = neighbour(letters, at, 1)
  if (isFigure(before) && isFigure(behind)) return false
  if (CHINESE.test(before) || CHINESE.test(behind)) return true
  // 5,HTC and HTC,5: of Latin words only where the whole text is Latin.
  return (
    letters[at] !== ':' &&
    letters[at] !== '.' &&
    (letters[at + 1] ?? '') !== ' ' &&
    letters.some((letter) => CHINESE.test(letter)) &&
    !isWord(before, behind)
  )
}

const isFigure = (letter: string): boolean => /\d/u.test(letter)
const isWord = (before: string, behind: string): boolean => /[A-Za-z\d]/u.test(before) && /[A-Za-z\d]/u.test(behind)

/** The next letter in a direction that is no mark of the table itself, of either width. */
function neighbour(letters: readonly string[], at: number, step: 1 | -1): string {
  let index = at + step
  while (FULL[letters[index] ?? ''] !== undefined || HALF.has(letters[index] ?? '')) index += step
  return letters[index] ?? ''
}

/** Brackets are of one width on both sides: full around or behind Chinese, half around Latin or a code behind Latin. */
function bracketsOf(letters: readonly string[]): Map<number, boolean> {
  const found = new Map<number, boolean>()
  const open: number[] = []
  for (const [at, letter] of letters.entries()) {
    if (letter === '(') open.push(at)
    const from = letter === ')' ? open.pop() : undefined
    if (from === undefined) continue
    const inside = letters.slice(from + 1, at).filter((one) => !HALF.has(one))
    const full = CHINESE.test(inside.join('')) || CHINESE.test(neighbour(letters, from, -1))
    found.set(from, full)
    found.set(at, full)
  }
  return found
}
