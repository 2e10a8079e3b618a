/**
 * Names that stand behind each other with nothing between, told apart by their surnames.
 *
 *   gluedNames('骆溪闻秋白')  →  [['骆溪', '闻秋白']]
 *   gluedNames('彭晗侯婷婷')  →  [['彭晗', '侯婷婷']]
 *   gluedNames('阿依古丽')    →  []: letters that write other languages' names begin no second one
 *   gluedNames('欧阳青石')    →  []: one name with a surname of two letters
 */
import { startsLikeName } from '../names.ts'

/** Letters with which names of other languages are written: in them a surname says nothing. */
const WRITTEN_BY_SOUND = /[阿古艾乌巴热帕玛米吐木库买吾沙哈布江尔丽娜迪斯]/u
/** Words of a sentence: what has them is no row of names. */
const PROSE = /[的了在是有和对此也亦与及从将把被]/u
const SHORTEST = 4
const LONGEST = 16
/** Surnames of two letters are those with which a name of four begins. */
const TWO = 4

/** A run of Han letters in; each way to cut it into two names or more out. */
export function gluedNames(run: string): string[][] {
  const letters = [...run]
  if (letters.length < SHORTEST || letters.length > LONGEST || !/^\p{Script=Han}+$/u.test(run)) return []
  if (PROSE.test(run) || WRITTEN_BY_SOUND.test(run) || (letters.length === TWO && startsLikeName(run))) return []
  return cuts(letters).filter((names) => names.length > 1)
}

function cuts(letters: readonly string[]): string[][] {
  if (letters.length === 0) return [[]]
  return [2, 3].flatMap((length) => {
    const name = letters.slice(0, length).join('')
    if (letters.length < length || !startsLikeName(name)) return []
    return cuts(letters.slice(length)).map((rest) => [name, ...rest])
  })
}
