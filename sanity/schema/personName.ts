/**
 * What is wrong with a printed name, in words for an editor; a name that is right gives nothing.
 *
 *   nameFaults('古兰・阿依登')  →  ['“古兰・阿依登”的间隔号是 U+30FB，应为“·”（U+00B7）']
 *   nameFaults('方 敏')        →  ['“方 敏”中有多余的空格']
 *   nameFaults('古兰·阿依登'), nameFaults('John Smith')  →  []
 *
 * The dots are those that papers and damaged decoders print between the parts of a name (`src/text/names.ts` folds the same ones).
 */
const DOTS = /[\u0387\u2022\u2027\u2219\u22C5\u2E31\u30FB\uFF65]/u
/** A full stop or a question mark is a lost middle dot only between two letters of Han. */
const LOST_DOT = /(?<=\p{Script=Han})[.．?？](?=\p{Script=Han})/u
/** Right inside a Latin name alone: one ordinary space between two words. */
const STRAY_SPACE = /^\s|\s$|\s\s|[^\S ]|\p{Script=Han}\s|\s\p{Script=Han}|\s·|·\s/u

export function nameFaults(name: string): string[] {
  const faults: string[] = []
  if (name.trim() !== '' && STRAY_SPACE.test(name)) faults.push(`“${name}”中有多余的空格`)
  const dot = DOTS.exec(name)?.[0]
  if (dot !== undefined) faults.push(`“${name}”的间隔号是 ${codeOf(dot)}，应为“·”（U+00B7）`)
  const lost = LOST_DOT.exec(name)?.[0]
  if (lost !== undefined) faults.push(`“${name}”中的“${lost}”多半是损坏的间隔号，应为“·”（U+00B7）`)
  return faults
}

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
