/**
 * The bench's command line.
 *
 *   node bench/cli.ts build --articles 10000 --runs 3 [--json]     →  a table, or one JSON object, on the output stream
 *   node bench/cli.ts lake --sizes 1000,10000,50000 [--json]       →  the same for the embedded lake
 */
import { Command, InvalidArgumentError } from 'commander'
import { benchBuild } from './build.ts'
import { benchLake, lakeTable } from './lake.ts'
import { buildTable } from './report.ts'
import { benchSearch } from './search.ts'
import { searchTable } from './search/report.ts'

const bench = new Command('bench').description('how fast the archive is, beside others that print the same pages')

bench
  .command('build')
  .description('a full build: ours, a bare floor and stock Eleventy with Nunjucks, in turns')
  .option('--articles <number>', 'how many articles to generate', wholeNumber, 10_000)
  .option('--runs <number>', 'how many runs of each', wholeNumber, 3)
  .option('--json', 'one JSON object')
  .action(async ({ articles, runs, json = false }: { articles: number; runs: number; json?: boolean }) => {
    const report = await benchBuild({
      articles,
      runs,
      onRun: (name, { cpu, wall }) => console.error(`${name}: CPU ${cpu.toFixed(2)} s, wall ${wall.toFixed(2)} s`),
    })
    console.log(json ? JSON.stringify(report) : buildTable(report))
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
  .command('search')
  .description('our search beside Pagefind over the same entries, asked the same queries in the same browser')
  .option('--articles <number>', 'how many articles to generate', wholeNumber, 10_000)
  .option('--no-peers', 'ours alone')
  .option('--json', 'one JSON object')
  .action(async ({ articles, peers, json = false }: { articles: number; peers: boolean; json?: boolean }) => {
    const report = await benchSearch({ articles, peers, say: (line) => console.error(line) })
    console.log(json ? JSON.stringify(report) : searchTable(report))
  })

await bench.parseAsync()

function wholeNumbers(text: string): number[] {
  return text.split(',').map(wholeNumber)
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw new InvalidArgumentError('expected a whole number from 1 on')
  return Number(text)
}
