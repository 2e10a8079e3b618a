/**
 * Which of a text's lines are subheads: by rule of form, never by knowing the text.
 *
 *   sectionsOf(['导语……。', '先把渠修到田头', '清晨……。', '……。'])
 *     →  { sections: [{ paragraphs: ['导语……。'] }, { heading: '先把渠修到田头', paragraphs: ['清晨……。', '……。'] }], problems: [] }
 *
 * A subhead is a short line that ends no sentence and has running text below it. Two short lines in a row may be verse, a list or a
 * subhead in two lines: which of them cannot be told from form, so they stay paragraphs and the page says so.
 */
import type { PageSection } from '../page.ts'
import { resemblesCredit } from './credits.ts'

/** Longest subhead seen in print: 26 letters. */
const LONGEST = 30
const ENDS_SENTENCE = /[。，、；：…,;:.—]$/u
const HAS_SENTENCE = /[。；;]|[！？].*[！？]/u

/** Blocks of the body in, sections out; the first section has no heading when the text begins before any subhead. */
export function sectionsOf(blocks: readonly string[]): { sections: PageSection[]; problems: string[] } {
  const short = blocks.map(isShort)
  const sections: PageSection[] = []
  const problems: string[] = []
  for (const [index, block] of blocks.entries()) {
    const run = short[index] === true && (short[index - 1] === true || short[index + 1] === true)
    const heads = short[index] === true && !run && index < blocks.length - 1
    if (run) problems.push(`“${block}”与相邻的短行不能断定是小标题还是诗行，已作正文保留。`)
    if (heads) sections.push({ heading: block, paragraphs: [] })
    else if (sections.length === 0) sections.push({ paragraphs: [block] })
    else sections.at(-1)?.paragraphs.push(block)
  }
  return { sections, problems }
}

function isShort(block: string): boolean {
  return (
    block.length <= LONGEST * 2 &&
    [...block].length <= LONGEST &&
    !ENDS_SENTENCE.test(block) &&
    !HAS_SENTENCE.test(block) &&
    !isSpeech(block) &&
    !resemblesCredit(block) &&
    !isWhole(block)
  )
}

/** `“来了！”` is a line of dialogue; `“数字”种田` is not. */
const isSpeech = (block: string): boolean => /^[“"「].*[”"」]$/u.test(block)

/** A short sentence that closes with its own mark and has a comma inside is prose: `天亮了，雨停了！` */
const isWhole = (block: string): boolean => /[，,].*[！？!?]$/u.test(block)
