/**
 * The bench in small: all contenders, the same pages each, over an archive that is always the same and that the schema accepts.
 *
 *   node bench/cli.ts build --articles 40 --runs 1 --json  →  { contenders: [ours, …, floor, nunjucks], … }
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { archiveDocuments } from '../../bench/archive.ts'
import { median } from '../../bench/build.ts'
import { buildTable } from '../../bench/report.ts'
import { answerTo } from '../../src/content/answers.ts'
import { ARTICLES, CHANNELS, PROFILES, SITE, SOURCES } from '../../src/content/queries.ts'
import { creditedOf } from '../../src/text/credits/compose.ts'
import { parseCreditLine } from '../../src/text/credits/parse.ts'

const NAMES = ['ours', 'drawn', 'cold', 'eleventy', 'readers', 'everything', 'floor', 'nunjucks'] as const
const number = v.number()
const RUN = { wall: number, cpu: number, rss: number, pages: number, articles: number, files: number, bytes: number }
const REPORT = v.object({
  articles: number,
  runs: number,
  machine: v.object({ cores: number, processor: v.string(), memory: number, node: v.string(), folder: v.string() }),
  contenders: v.array(
    v.object({
      ...RUN,
      name: v.picklist(NAMES),
      toFloor: number,
      toNunjucks: number,
      every: v.array(v.object(RUN)),
    }),
  ),
})

const documents = [...archiveDocuments(40)]
const of = (type: string) => documents.filter(({ _type }) => _type === type)
const articles = answerTo(ARTICLES, of('article'))

describe('the bench', () => {
  // Nine processes one after the other: on a busy machine they take more than a minute.
  test('builds one small archive by everyone, with the same pages each', { timeout: 240_000 }, async () => {
    const project = fileURLToPath(new URL('../..', import.meta.url))
    const args = ['bench/cli.ts', 'build', '--articles', '40', '--runs', '1', '--json']
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: project })
    const report = v.parse(REPORT, JSON.parse(stdout))
    expect(report.contenders.map(({ name }) => name)).toEqual(NAMES)
    const [readers, everything] = ['readers', 'everything'].map((site) =>
      report.contenders.find(({ name }) => name === site),
    )
    for (const { name, articles, pages } of report.contenders.filter((one) => one !== everything && one !== readers))
      expect([name, articles, pages]).toEqual([name, 40, report.contenders[0]?.pages])
    expect(everything?.pages).toBeGreaterThan(200)
    expect([everything?.pages, readers?.files]).toEqual([readers?.pages, expect.any(Number)])
    expect(everything?.files).toBeGreaterThan((readers?.files ?? 0) + 200)
    for (const { cpu, rss } of report.contenders) {
      expect(cpu).toBeGreaterThan(0)
      expect(rss).toBeGreaterThan(0)
    }
    expect(report.contenders.find(({ name }) => name === 'floor')?.toFloor).toBe(1)
    for (const word of ['ours', 'floor', 'nunjucks', 'CPU/floor', 'node v']) expect(buildTable(report)).toContain(word)
  })

  test('says in the middle what several runs say', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([5])]).toEqual([2, 2.5, 5])
  })
})

describe('the generated archive', () => {
  test('is the same every time, and its beginning does not hang on its length', () => {
    expect([...archiveDocuments(40)]).toEqual(documents)
    expect([...archiveDocuments(7)]).toEqual(documents.slice(0, -33))
    expect([...archiveDocuments(40, 1)]).not.toEqual(documents)
  })

  test('is what the schema says documents are', () => {
    expect(answerTo(SITE, of('site')[0])?.title).toBe('禾风网')
    expect(answerTo(CHANNELS, of('channel'))).toHaveLength(6)
    expect(answerTo(SOURCES, of('source'))).toHaveLength(10)
    expect(answerTo(PROFILES, of('profile'))).toHaveLength(100)
    expect(new Set(documents.map(({ _id }) => _id)).size).toBe(documents.length)
  })

  test('has a day of eight articles, each of some 2,500 letters at an address of its own', () => {
    expect(new Set(articles.map(({ address }) => address)).size).toBe(40)
    expect(articles.filter(({ address }) => address.startsWith('/n2/2016/0101/c10'))).toHaveLength(8)
    for (const { lead = '', sections = [], recommended } of articles) {
      const letters = [lead, ...sections.map(({ body }) => body)].join('').length
      expect(letters).toBeGreaterThan(2300)
      expect(letters).toBeLessThan(2900)
      expect(recommended).toHaveLength(5)
    }
  })

  test('keeps printed lines in every other article that read back to its attributions', () => {
    const imported = articles.filter(({ creditLines }) => creditLines !== undefined)
    expect(imported).toHaveLength(20)
    for (const { creditLines = [], attributions = [] } of imported) {
      const lines = creditLines.filter(({ place }) => place !== 'head').map(({ text }) => parseCreditLine(text))
      const read = lines.flatMap((line) => (line === undefined ? [] : creditedOf(line)))
      expect(read.map(({ role, name }) => [role, name])).toEqual(attributions.map(({ role, name }) => [role, name]))
    }
  })
})
