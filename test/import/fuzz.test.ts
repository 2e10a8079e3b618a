/** Damaged originals: 500 cuts and flipped bytes give a page or a refusal with a reason, never a crash, and never slowly. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../src/import/documents.ts'
import { parsePage } from '../../src/import/parse/page.ts'
import { pick, seeded } from '../law/mutate.ts'
import { ORIGINALS } from '../law/originals.ts'
import { gb18030 } from './gb18030.ts'

const CASES = 500
const OWN = ORIGINALS.flatMap(({ text }) => [Buffer.from(text), ...(canWrite(text) ? [gb18030(text)] : [])])
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

function canWrite(text: string): boolean {
  try {
    return gb18030(text).length > 0
  } catch {
    return false
  }
}

function damaged(seed: number): Buffer {
  const random = seeded(seed)
  const bytes = Buffer.from(pick(OWN, random) ?? '')
  for (let flips = Math.floor(random() * 6); flips > 0; flips -= 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  const from = random() < 0.3 ? Math.floor(random() * bytes.length) : 0
  return bytes.subarray(from, random() < 0.6 ? from + Math.floor(random() * bytes.length) : undefined)
}

/** What became of a file: `filed`, or `refused: …` with the reason. */
function endOf(file: Buffer): string {
  const page = parsePage({ file: 'a.txt', bytes: file, sha256: '' })
  if ('refused' in page) return `refused: ${page.refused}`
  const article = documentsOf(page, digest).find(({ _type }) => _type === 'article')
  return article === undefined ? 'lost' : 'filed'
}

describe('a damaged original', () => {
  it(`is read or refused with a reason, in ${CASES} seeded cases`, () => {
    const ends = Array.from({ length: CASES }, (_, seed) => endOf(damaged(seed)))
    expect(ends.filter((end) => !/^(?:filed|refused: expected .+, found .+)$/su.test(end))).toEqual([])
    const filed = ends.filter((end) => end === 'filed').length
    expect(Math.min(filed, CASES - filed)).toBeGreaterThan(50)
  })

  it.each([
    ['one line of a million letters', `题\n\n2024年06月02日\n\n${'渠'.repeat(1_000_000)}`],
    ['a hundred thousand lines', `题\n\n2024年06月02日\n\n${'渠水来了。\n\n'.repeat(100_000)}`],
    ['a hundred thousand short lines', `题\n\n2024年06月02日\n\n${'渠水\n'.repeat(100_000)}`],
    ['fifty thousand credits', `题\n\n2024年06月02日\n\n文。\n\n${'(责编:韩岭)\n'.repeat(50_000)}`],
    ['fifty thousand brackets', `题\n\n2024年06月02日\n\n文。${'('.repeat(50_000)}${')'.repeat(50_000)}`],
    ['fifty thousand open brackets', `题\n\n2024年06月02日\n\n文。${'（记者'.repeat(50_000)}`],
    ['spaces without end', `题\n\n2024年06月02日${' '.repeat(200_000)}x\n\n文。${'\u3000'.repeat(200_000)}完`],
    ['a title of a million letters', `${'原标题：'.repeat(250_000)}\n\n2024年06月02日\n\n文。`],
    ['a hundred thousand links', `题\n\n2024年06月02日\n\n文。\n\n热点推荐\n\n${'甲事\n'.repeat(100_000)}`],
  ])('with %s is read within two seconds of work', (_, text) => {
    const begun = process.cpuUsage()
    expect(endOf(Buffer.from(text))).toMatch(/^(?:filed|refused)/u)
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000)
  })
})
