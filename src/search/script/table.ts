/**
 * The whole table of letters that fold to another, out of OpenCC's dictionaries.
 *
 *   allLetters().get('黨')  →  '党'; get('後')  →  '后'; get('著')  →  '着'
 *
 * All directions are read: 著 is Taiwan's form of 着 and a Simplified letter too, and a reader who types one must find the other.
 * Which of two forms is the folded one does not matter, only that all of them fold to it.
 */
import simplified from 'opencc-js/dict/TSCharacters'
import traditional from 'opencc-js/dict/STCharacters'
import hongkong from 'opencc-js/dict/HKVariants'
import taiwan from 'opencc-js/dict/TWVariants'
import type { Letters } from '../fold.ts'
import { isPlain } from '../letters.ts'

let table: Letters | undefined

export function allLetters(): Letters {
  const others = [traditional, taiwan, hongkong].flatMap(pairsOf).map(([to, from]): Pair => [from, to])
  return (table ??= joined([...pairsOf(simplified), ...others]))
}

type Pair = readonly [from: string, to: string]

/** `里 裏 里|着 着 著` in, every two that are one letter out. */
function pairsOf(dictionary: string): Pair[] {
  return dictionary.split('|').flatMap((entry) => {
    const [from = '', ...forms] = entry.split(' ')
    return forms.filter((form) => form !== from).map((form): Pair => [from, form])
  })
}

/** Letters that are one by way of a third are one, and fold to the one of them that Simplified print has. */
function joined(pairs: readonly Pair[]): Letters {
  const classes = new Map<string, Set<string>>()
  for (const [from, to] of pairs) {
    // Beyond the BMP lie hardly any letters of a paper, and the table has no room for them.
    if (from.length > 1 || to.length > 1) continue
    const [a, b] = [classes.get(from) ?? new Set([from]), classes.get(to) ?? new Set([to])]
    if (a === b) continue
    for (const letter of a) b.add(letter)
    for (const letter of b) classes.set(letter, b)
  }
  const targets = new Map(pairs.map(([from, to]) => [from, to]))
  const roots = new Map<Set<string>, string>()
  return new Map(
    [...classes].flatMap(([letter, all]) => {
      const root = roots.get(all) ?? rootOf(all, targets)
      roots.set(all, root)
      return letter === root ? [] : [[letter, root]]
    }),
  )
}

/** A letter of GB 2312 to which another one is simplified, or any of GB 2312, or any. */
function rootOf(letters: ReadonlySet<string>, targets: ReadonlyMap<string, string>): string {
  const all = [...letters].toSorted()
  const standard = all.filter((letter) => isPlain(letter))
  const aims = new Set(all.flatMap((letter) => targets.get(letter) ?? []))
  return standard.find((letter) => aims.has(letter) && !targets.has(letter)) ?? standard[0] ?? all[0] ?? ''
}
