/** No reader of this room takes long over any text: 25,000 letters of whatever its patterns loop over. */
import { expect, test } from 'vitest'
import { composeCredits } from '../../src/text/credits/compose.ts'
import { nextLabel } from '../../src/text/credits/labels.ts'
import { isOrg, leadingOrg, orgBefore } from '../../src/text/credits/organisations.ts'
import { parseCreditLine } from '../../src/text/credits/parse.ts'
import { readPeople } from '../../src/text/credits/people.ts'
import { instantOf, parseHeadLine } from '../../src/text/dates.ts'
import { plainToMarkdown, renderMarkdown } from '../../src/text/markdown.ts'
import { thirdOf } from '../house/thorough.ts'
import { foldName, isName, startsLikeName, unpadName } from '../../src/text/names.ts'

const READERS: Record<string, (text: string) => unknown> = {
  parseCreditLine: (text) => parseCreditLine(text, { bare: true }),
  readPeople: (text) => readPeople(text, 6),
  nextLabel: (text) => nextLabel(text, 0),
  orgBefore: (text) => orgBefore(text, text.length, 0),
  leadingOrg,
  isOrg,
  composeCredits: (text) =>
    composeCredits([{ role: 'editor', name: text, label: text, note: text, affiliation: text }]),
  parseHeadLine,
  instantOf,
  foldName,
  isName,
  unpadName,
  startsLikeName,
  renderMarkdown,
  plainToMarkdown: (text) => plainToMarkdown([text]),
}

/** What the patterns loop over: each stands in front of, behind and between what makes them begin and fail. */
const LOOPS = [
  [' ', '\u3000', '\t', '\n', '\u00a0', '\u0301', '\u0323\u0301', '\ud83d'],
  '文 记者 记 本报 驻禾 报 网 日报 责编： 、 / （ ） （） () (实习) 丨 · 青· A A. a 1 1: 来源： 青石 青石、 摄 等 PN3'.split(
    ' ',
  ),
  '_ * \\ [ ` | & > ， T'.split(' '),
  [' ', '责 编', 'A ', '2019-04-09 ', '青 石 ', ' 摄', '- '],
].flat()
const FRAMES: ((loop: string) => string)[] = [
  (loop) => loop,
  (loop) => `（记者青石${loop}！`,
  (loop) => `责编：${loop}青石`,
  (loop) => `2019年04月09日10:21${loop}！`,
  (loop) => `2019年04月09日10:21 来源：禾风${loop}|`,
  (loop) => `2019年04月09日${loop}来源：${loop}！`,
  (loop) => `A${loop}`,
  (loop) => `青${loop}！`,
]

test.each(Object.entries(READERS))('%s answers hostile texts in time', (_, read) => {
  const slow: string[] = []
  for (const loop of thirdOf(LOOPS))
    for (const frame of FRAMES) {
      const text = frame(loop.repeat(25_000 / loop.length))
      const begun = process.cpuUsage()
      read(text)
      const took = process.cpuUsage(begun).user / 1000
      slow.push(...(took < 2000 ? [] : [`${Math.round(took)} ms for ${JSON.stringify(text.slice(0, 40))}…`]))
    }
  expect(slow).toEqual([])
})

test('a credit line of the longest length read answers in time', () => {
  const slow: string[] = []
  for (const loop of LOOPS)
    for (const frame of FRAMES) {
      const text = frame(loop.repeat(270 / loop.length)).slice(0, 300)
      const begun = process.cpuUsage()
      parseCreditLine(text, { bare: true })
      if (process.cpuUsage(begun).user / 1000 > 2000) slow.push(text)
    }
  expect(slow).toEqual([])
})
