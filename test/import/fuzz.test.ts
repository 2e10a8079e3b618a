/** Damaged originals: 500 cuts and flipped bytes give a page or a refusal with a reason, never a crash, and never slowly. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../src/import/documents.ts'
import { parsePage } from '../../src/import/parse/page.ts'
import { pick, seeded } from '../law/mutate.ts'
import { ORIGINALS } from '../law/originals.ts'
import { fillSkin, SKINS } from './skins.ts'
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

function damaged(seed: number, whole: readonly Buffer[] = OWN): Buffer {
  const random = seeded(seed)
  const bytes = Buffer.from(pick(whole, random) ?? '')
  for (let flips = Math.floor(random() * 6); flips > 0; flips -= 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  const from = random() < 0.3 ? Math.floor(random() * bytes.length) : 0
  return bytes.subarray(from, random() < 0.6 ? from + Math.floor(random() * bytes.length) : undefined)
}

/** What became of a file: `filed`, or `refused: …` with the reason. */
function endOf(file: Buffer, name = 'a.txt'): string {
  const page = parsePage({ file: name, bytes: file, sha256: '' })
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
    expect(leastWork(() => expect(endOf(Buffer.from(text))).toMatch(/^(?:filed|refused)/u))).toBeLessThan(2000)
  })
})

/** Seeded damage of every template's page; `CASES=20000` makes more of it, and of the real pages too. */
const PAGES = SKINS.flatMap((skin) => {
  const markup = fillSkin(skin)
  return [Buffer.from(markup), ...(canWrite(markup) ? [gb18030(markup)] : [])]
})
const WEB_CASES = Number(process.env['CASES'] ?? '2000')
const FOLDER = new URL('../../../shared/originals/pages/', import.meta.url)
const FOREIGN = existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER))) : []

describe('a damaged web page', () => {
  it(`is read or refused with a reason, in ${WEB_CASES} seeded cases`, () => {
    const ends = Array.from({ length: WEB_CASES }, (_, seed) => endOfPage(damaged(seed, PAGES)))
    expect(ends.filter((end) => !/^(?:filed|refused: expected .+)$/su.test(end))).toEqual([])
    expect(ends.filter((end) => end === 'filed').length).toBeGreaterThan(WEB_CASES / 4)
  })

  it.runIf(FOREIGN.length > 0)(`of a real paper is so too, in ${WEB_CASES / 10} seeded cases`, () => {
    const ends = Array.from({ length: WEB_CASES / 10 }, (_, seed) => endOfPage(damaged(seed, FOREIGN)))
    expect(ends.filter((end) => !/^(?:filed|refused: expected .+)$/su.test(end))).toEqual([])
  })

  const HEAD = '<html><title>渠水到田头了呀</title><body><h1>渠水到田头了呀</h1><p>2024年06月02日08:30 来源：禾风</p>'
  const PROSE = '<p>渠水来了，走得很慢，但是来了。</p>'
  it.each([
    ['no letter', ''],
    ['ten thousand nested tags', `${HEAD}${'<div>'.repeat(10_000)}${PROSE}`],
    ['ten thousand nested lists', `${HEAD}${PROSE}${'<ul><li><a href="x">渠'.repeat(10_000)}`],
    ['ten thousand tables in tables', `${HEAD}${'<table><tr><td>'.repeat(10_000)}${PROSE}`],
    ['thirty thousand paragraphs', HEAD + PROSE.repeat(29_000)],
    ['thirty thousand credits', `${HEAD}${PROSE}${'<p>（责编：韩岭）</p>'.repeat(29_000)}`],
    ['thirty thousand dates', HEAD + '<p>2024年06月02日08:30 来源：禾风</p>'.repeat(29_000)],
    ['one line of four million letters', `${HEAD}<p>${'渠水来了，'.repeat(800_000)}`],
    ['half a million brackets', `${HEAD}${PROSE}<p>${'（记者'.repeat(500_000)}`],
    ['eight thousand attributes', `${HEAD}<p ${Array.from({ length: 7900 }, (_, n) => `a${n}=1`).join(' ')}>${PROSE}`],
    [
      'fifty thousand attributes',
      `${HEAD}<p ${Array.from({ length: 50_000 }, (_, n) => `a${n}=1`).join(' ')}>${PROSE}`,
    ],
    ['spaces without end', `${HEAD}<p>${'渠 '.repeat(2_000_000)}`],
    ['twenty million letters', `${HEAD}<p>${'a'.repeat(19_900_000)}`],
    [
      'a picture of fifteen million letters inside',
      `${HEAD}<img src="data:image/png;base64,${'A'.repeat(15_000_000)}">${PROSE}`,
    ],
  ])('with %s is read or refused within two seconds of work', (_, text) => {
    expect(leastWork(() => expect(endOfPage(Buffer.from(text))).toMatch(/^(?:filed|refused)/u))).toBeLessThan(2000)
  })
})

/** Milliseconds of the processor that something takes: what a loaded machine adds is not its own, so that it may try again. */
function leastWork(work: () => void): number {
  let least = Infinity
  for (let tries = 0; tries < 3 && least >= 2000; tries += 1) {
    const begun = process.cpuUsage()
    work()
    least = Math.min(least, process.cpuUsage(begun).user / 1000)
  }
  return least
}

/** A page without a date is read too, and filed by hand. */
function endOfPage(file: Buffer): string {
  const page = parsePage({ file: 'a.html', bytes: file, sha256: '' })
  if ('refused' in page) return `refused: ${page.refused}`
  return page.publishedAt === undefined ? 'filed' : endOf(file, 'a.html')
}
