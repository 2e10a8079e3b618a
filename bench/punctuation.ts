/**
 * How often a normalised text's marks come back right: paragraphs are folded to half width, restored, and compared with themselves.
 *
 *   benchPunctuation('../shared/originals/gold.json')  →  { paragraphs: 405, whole: 396, marks: 1632, right: 1617 }
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { foldPunctuation, restorePunctuation } from '../src/text/punctuation.ts'

const GOLD = v.record(v.string(), v.looseObject({ body: v.nullish(v.array(v.string())) }))
const MARK = /[，：；！？（）,:;!?()]/u

export interface PunctuationFigures {
  paragraphs: number
  whole: number
  marks: number
  right: number
}

/** A file of pages with their paragraphs in, the figures out. */
export function benchPunctuation(file: string): PunctuationFigures {
  const paragraphs = Object.values(v.parse(GOLD, JSON.parse(readFileSync(file, 'utf8')))).flatMap(
    ({ body }) => body ?? [],
  )
  const figures: PunctuationFigures = { paragraphs: paragraphs.length, whole: 0, marks: 0, right: 0 }
  for (const paragraph of paragraphs) {
    const restored = [...restorePunctuation(foldPunctuation(paragraph)).text]
    figures.whole += restored.join('') === paragraph ? 1 : 0
    for (const [at, letter] of [...paragraph].entries()) {
      if (!MARK.test(letter)) continue
      figures.marks += 1
      figures.right += restored[at] === letter ? 1 : 0
    }
  }
  return figures
}
