/**
 * The table of letters that are one letter to a reader: Traditional and variant forms, each with the Simplified one.
 *
 *   parseLetters(formatLetters(new Map([['黨', '党']])))  →  Map { '黨' → '党' }
 *   isPlain('党')  →  true: no table is needed to fold it; isPlain('黨')  →  false
 *
 * The table has some 3,300 letters (9 kB on the wire), so a reader's browser fetches it for the first query that may need it: one with
 * a Han letter outside GB 2312, the standard of Simplified print. The few letters within that standard that fold all the same are below.
 */
import type { Letters } from './fold.ts'

/** A text in, the letters that fold it out: the few, or the whole table, fetched when it is needed. */
export type LettersFor = (text: string) => Promise<Letters>

/** Letters of GB 2312 that fold to another: the one place where they are written; a test holds them against the whole table. */
const WITHIN =
  '乾干 吒咤 夥伙 後后 徵征 拚拼 捱挨 摺折 於于 榘矩 沈渖 菸烟 薹苔 袷夹 咨谘 醣糖 巨钜 旋镟 颚腭 余馀 鲶鲇 麴曲 么幺 麽幺 迳径 锺钟 著着'

export const FEW_LETTERS: Letters = new Map(WITHIN.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]))

/** The Han letters of GB 2312, rows 16 to 87, told by the decoder that every browser has. */
let standard: Set<string> | undefined

function standardLetters(): Set<string> {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell)
  return new Set(new TextDecoder('gb2312').decode(Uint8Array.from(bytes)))
}

/** Whether a text can be folded by the few letters alone. */
export function isPlain(text: string): boolean {
  const known = (standard ??= standardLetters())
  return Array.from(text).every((letter) => known.has(letter) || !/\p{Script=Han}/u.test(letter))
}

/** As bytes: both columns, the high bytes of each first, for so the letters compress best. Letters beyond the BMP are left out. */
export function formatLetters(letters: Letters): Uint8Array<ArrayBuffer> {
  const pairs = [...letters].filter(([from, to]) => from.length === 1 && to.length === 1)
  const count = pairs.length
  const bytes = new Uint8Array(count * 4)
  pairs.forEach((pair, row) =>
    pair.forEach((letter, column) => {
      const code = letter.charCodeAt(0)
      bytes[column * 2 * count + row] = code >> 8
      bytes[(column * 2 + 1) * count + row] = code & 0xff
    }),
  )
  return bytes
}

export function parseLetters(bytes: Uint8Array): Letters {
  const count = bytes.length >> 2
  const letter = (column: number, row: number): string =>
    String.fromCharCode(((bytes[column * 2 * count + row] ?? 0) << 8) | (bytes[(column * 2 + 1) * count + row] ?? 0))
  return new Map(Array.from({ length: count }, (_, row) => [letter(0, row), letter(1, row)]))
}
