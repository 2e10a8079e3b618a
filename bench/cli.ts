/**
 * The bench's command line.
 *
 *   node bench/cli.ts build --articles 10000 --runs 3 [--json]     →  a table, or one JSON object, on the output stream
 *   node bench/cli.ts lake --sizes 1000,10000,50000 [--json]       →  the same for the embedded lake
 *   node bench/cli.ts publish --sizes 80,10000                      →  from an editor’s publish to the reader’s page
 *   node bench/cli.ts read | import | punctuation                   →  reading and importing original pages
 */
import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { benchBuild } from './build.ts'
import { benchChange, changeTable, type ChangeOptions } from './change.ts'
import { benchGrowth, growthTable } from './growth.ts'
import { benchImport, importTable } from './import.ts'
import { benchLake, lakeTable } from './lake.ts'
import { benchLcp, lcpTable } from './lcp.ts'
import { benchCards } from './cards.ts'
import { benchOutputs, documentsOf, outputsTable } from './outputs.ts'
import { benchPublish, publishTable } from './publish.ts'
import { benchPunctuation } from './punctuation.ts'
import { benchRead, readTable } from './read.ts'
import { compare, comparedLines, keep } from './kept.ts'
import { peersIn, wholeNumber, wholeNumbers } from './arguments.ts'
import type { Peer } from './peers.ts'
import { plot } from './plot.ts'
import { buildTable } from './report.ts'
import { benchSearch } from './search.ts'
import { searchTable } from './search/report.ts'

interface BuildFlags {
  articles: number
  runs: number
  peers?: Peer[]
  json?: boolean
  plot?: string
  keep?: boolean
  check?: boolean
}

const bench = new Command('bench').description('how fast the archive is, beside others that print the same pages')

bench
  .command('build')
  .description('a full build: ours, a bare floor and stock Eleventy with Nunjucks, in turns')
  .option('--articles <number>', 'how many articles to generate', wholeNumber, 10_000)
  .option('--runs <number>', 'how many runs of each', wholeNumber, 3)
  .option('--peers <names>', 'others to build the same: hugo (from this machine), astro (from npm)', peersIn)
  .option('--json', 'one JSON object')
  .option('--plot <file>', 'the ratios as a picture, an SVG file')
  .option('--keep', 'keep the ratios as those that later runs are held against')
  .option('--check', 'exit with 1 when a ratio to the floor is worse than the one that was kept')
  .action(
    async ({
      articles,
      runs,
      peers = [],
      json = false,
      plot: file,
      keep: isKept = false,
      check = false,
    }: BuildFlags) => {
      const report = await benchBuild({
        articles,
        runs,
        peers,
        onRun: (name, { cpu, wall }) => console.error(`${name}: CPU ${cpu.toFixed(2)} s, wall ${wall.toFixed(2)} s`),
      })
      console.log(json ? JSON.stringify(report) : buildTable(report))
      const bars = report.contenders.map(({ name, toFloor }) => ({ label: name, value: toFloor }))
      if (file !== undefined)
        writeFileSync(file, plot(`CPU of ${articles} articles, as a multiple of the floor’s`, bars))
      if (isKept) keep(report)
      if (!check) return
      const compared = compare(report)
      for (const line of comparedLines(compared)) console.error(line)
      if (compared.some(({ worse }) => worse)) process.exitCode = 1
    },
  )

bench
  .command('growth')
  .description('the same build over archives of several sizes, with a heap of 512 MB')
  .option('--sizes <numbers>', 'how many articles, several separated by commas', wholeNumbers, [10_000, 100_000])
  .option('--runs <number>', 'how many runs of each', wholeNumber, 1)
  .option('--json', 'one JSON object')
  .action(async ({ sizes, runs, json = false }: { sizes: number[]; runs: number; json?: boolean }) => {
    const report = await benchGrowth({
      sizes,
      runs,
      onRun: (articles, way, { cpu, rss }) =>
        console.error(`${articles} ${way}: CPU ${cpu.toFixed(2)} s, ${rss.toFixed(0)} MB`),
    })
    console.log(json ? JSON.stringify(report) : growthTable(report))
  })

bench
  .command('change')
  .description('one changed headline: fetched, filed, its pages drawn, a release made')
  .option('--sizes <numbers>', 'how many articles, several separated by commas', wholeNumbers, [1_000, 10_000])
  .option('--publishes <number>', 'how many times at each size', wholeNumber, 50)
  .option('--releases <number>', 'make releases too for archives up to so many articles', wholeNumber, 1_000)
  .option('--json', 'one JSON object')
  .action(async ({ json = false, ...options }: ChangeOptions & { json?: boolean }) => {
    const report = await benchChange(options)
    console.log(json ? JSON.stringify(report) : changeTable(report))
  })

bench
  .command('outputs')
  .description('what drawing each kind of file costs, the ones for machines too')
  .option('--articles <number>', 'how many articles to generate', wholeNumber, 10_000)
  .option('--json', 'one JSON object')
  .action(async ({ articles, json = false }: { articles: number; json?: boolean }) => {
    const outputs = benchOutputs(articles)
    console.log(json ? JSON.stringify(outputs) : outputsTable(outputs))
    if (!json) console.log(await benchCards(documentsOf(articles), 200))
  })

bench
  .command('lake')
  .description('the embedded lake: queries, edits and listeners, and how their times grow with the archive')
  .option('--sizes <numbers>', 'how many articles, several separated by commas', wholeNumbers, [1_000, 10_000, 50_000])
  .option('--runs <number>', 'how many times each is asked', wholeNumber, 7)
  .option('--json', 'one JSON object')
  .action(async ({ sizes, runs, json = false }: { sizes: number[]; runs: number; json?: boolean }) => {
    const report = await benchLake({
      sizes,
      rounds: runs,
      onRun: ({ articles, rss }) => console.error(`${articles} articles: done, ${rss.toFixed(0)} MB`),
    })
    console.log(json ? JSON.stringify(report) : lakeTable(report))
  })

bench
  .command('lcp')
  .description('when the largest part of a page is painted on simulated slow 4G, in a real Chromium')
  .option('--runs <number>', 'how many looks, of which the median counts', wholeNumber, 5)
  .option('--json', 'one JSON object')
  .action(async ({ runs, json = false }: { runs: number; json?: boolean }) => {
    const painted = await benchLcp({ runs })
    console.log(json ? JSON.stringify(painted) : lcpTable(painted))
  })

bench
  .command('publish')
  .description('from an editor’s publish to the reader’s new page, and how long hooks wait meanwhile')
  .option('--sizes <numbers>', 'how many articles, several separated by commas', wholeNumbers, [80, 10_000])
  .option('--runs <number>', 'how many publishes', wholeNumber, 15)
  .option('--json', 'one JSON object')
  .action(async ({ sizes, runs, json = false }: { sizes: number[]; runs: number; json?: boolean }) => {
    const reports = await benchPublish({ sizes, edits: runs, say: (line) => console.error(line) })
    console.log(json ? JSON.stringify(reports) : publishTable(reports))
  })

bench
  .command('search')
  .description('our search beside Pagefind over the same entries, asked the same queries in the same browser')
  .option('--articles <number>', 'how many articles to generate', wholeNumber, 10_000)
  .option('--no-peers', 'ours alone')
  .option('--json', 'one JSON object')
  .action(async ({ articles, peers, json = false }: { articles: number; peers: boolean; json?: boolean }) => {
    const report = await benchSearch({ articles, peers, say: (line) => console.error(line) })
    console.log(json ? JSON.stringify(report) : searchTable(report))
  })

bench
  .command('read')
  .description('reading saved pages: ours beside readability and defuddle, in turns')
  .option('--folder <path>', 'where saved pages lie', '../shared/originals/pages')
  .option('--runs <number>', 'how many rounds', wholeNumber, 7)
  .option('--json', 'one JSON object')
  .action(async ({ folder, runs, json = false }: { folder: string; runs: number; json?: boolean }) => {
    const figures = await benchRead(folder, runs)
    console.log(json ? JSON.stringify(figures) : readTable(figures))
  })

bench
  .command('import')
  .description('importing invented pages into an empty embedded lake, and a run that is killed in the middle')
  .option('--pages <number>', 'how many pages', wholeNumber, 10_000)
  .option('--json', 'one JSON object')
  .action(async ({ pages, json = false }: { pages: number; json?: boolean }) => {
    const figures = await benchImport({ pages })
    console.log(json ? JSON.stringify(figures) : importTable(figures))
  })

bench
  .command('punctuation')
  .description('how often a normalised text’s marks come back right')
  .option('--file <path>', 'pages with their paragraphs, as JSON', '../shared/originals/gold.json')
  .action(({ file }: { file: string }) => {
    const { paragraphs, whole, marks, right } = benchPunctuation(file)
    console.log(
      `${right} of ${marks} marks (${((right / marks) * 100).toFixed(1)} %), ${whole} of ${paragraphs} paragraphs to the letter`,
    )
  })

await bench.parseAsync()
