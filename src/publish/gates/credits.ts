/**
 * Who wrote and who edited is on the page as the structure says it: each line whole and in order, and for machines no editor as author.
 *
 *   lines ['(责编：韩岭)'], page without it        →  refused: 署名行没有印出
 *   JSON-LD author 韩岭, structure editor 韩岭     →  refused: 编辑被标成了作者
 */
import type { PrintedCredits } from '../builder.ts'
import { dataIn, wordsIn } from './markup.ts'
import type { Look } from './finding.ts'

/** `credits`: of the page of a document that has some. */
export const creditLook = (isFor: Look['isFor'], credits: (path: string) => PrintedCredits | undefined): Look => ({
  isFor,
  find: ({ path, text }) => {
    const told = credits(path)
    const reason = told === undefined ? undefined : creditProblem(text(), told)
    const remedy = '请在编辑台核对署名，改正后重新发布'
    return reason === undefined ? undefined : { field: 'attributions', reason, remedy }
  },
})

/** A page and what it must say in, what is wrong in the editor's words out. */
function creditProblem(html: string, { lines, editors, authors }: PrintedCredits): string | undefined {
  const [text, data] = [squeeze(wordsIn(html)), dataIn(html)]
  let from = 0
  for (const line of lines) {
    const at = text.indexOf(squeeze(line), from)
    if (at < 0) return `署名行“${line}”没有按结构印出`
    from = at + squeeze(line).length
  }
  const told = { editors: namesOf(data, 'editor'), authors: namesOf(data, 'author') }
  if (told.editors.join('、') !== editors.join('、'))
    return `给机器读的编辑应为“${editors.join('、')}”，现为“${told.editors.join('、')}”`
  if (told.authors.join('、') !== authors.join('、'))
    return `给机器读的作者应为“${authors.join('、')}”，现为“${told.authors.join('、')}”`
  return undefined
}

/** White space is drawn as one space wherever it stands. */
const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '')

function namesOf(data: unknown, property: 'editor' | 'author'): string[] {
  if (typeof data !== 'object' || data === null) return []
  const people: unknown = Object.entries(data).find(([key]) => key === property)?.[1]
  return (Array.isArray(people) ? people : [people]).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'name' in one ? [String(one.name)] : [],
  )
}
