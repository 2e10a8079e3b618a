/**
 * What an editor types or pastes into 署名行, read as the archive reads an original's credit lines.
 *
 *   readLines('(责编：韩岭、新人甲)')  →  [{ text: '(责编：韩岭、新人甲)', people: [{ role: 'editor', name: '韩岭' }, { role: 'editor', name: '新人甲' }] }]
 *   readLines('渠水流进了田里。')      →  [{ text: '渠水流进了田里。', people: undefined }]
 *
 * Names that no role introduces count only in brackets, as they do under an imported text.
 */
import { creditedOf, type Credited } from '../../../../src/text/credits/compose.ts'
import { parseCreditLine } from '../../../../src/text/credits/parse.ts'

export interface ReadLine {
  text: string
  /** In printed order; undefined when the line can't be read as a credit to its end. */
  people: Credited[] | undefined
}

export function readLines(text: string): ReadLine[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const read = parseCreditLine(line, { bare: /^[(（]/u.test(line) })
      return { text: line, people: read === undefined ? undefined : creditedOf(read) }
    })
}

/** Everyone whom the lines name, in order. */
export const peopleIn = (lines: readonly ReadLine[]): Credited[] => lines.flatMap(({ people }) => people ?? [])
