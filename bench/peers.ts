/**
 * Other generators over the same archive, for who asks: each set up as its guides do, with its content where it wants it.
 *
 *   await peersOver(['hugo', 'astro'], { documents: '…/documents.json', … }, folder)   →  [{ name: 'hugo', args → … }, …]
 *
 * Hugo is taken from the machine, Astro from npm into a folder of its own. What they read is made before any clock runs.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { articleSheet, LISTING_SHEET } from '../src/site/styles/sheet.ts'
import type { Contender, Prepared } from './contenders.ts'
import { plainArchive, type PlainArchive, type PlainArticle, type PlainList } from './plain.ts'

export const PEERS = ['hugo', 'astro'] as const
export type Peer = (typeof PEERS)[number]

const FOLDER = fileURLToPath(new URL('peers', import.meta.url))
const SHEETS = { article: articleSheet('<aside>'), listing: LISTING_SHEET }

export function peersOver(names: readonly Peer[], { documents }: Prepared, folder: string): Contender[] {
  if (names.length === 0) return []
  const archive = plainArchive(documents)
  const set = { hugo: setHugo, astro: setAstro }
  return names.map((name) => set[name](archive, join(folder, name)))
}

function setHugo({ articles, lists }: PlainArchive, root: string): Contender {
  cpSync(join(FOLDER, 'hugo'), root, { recursive: true })
  write(join(root, 'layouts/partials/article.css'), SHEETS.article)
  write(join(root, 'layouts/partials/listing.css'), SHEETS.listing)
  for (const article of articles) write(join(root, 'content/article', fileFor(article.address)), contentOf(article))
  for (const list of lists) write(join(root, 'content/listing', fileFor(list.href)), listOf(list))
  return { name: 'hugo', args: (output) => [join(FOLDER, 'hugo.mjs'), root, output], environment: () => ({}) }
}

/** All in one folder, and none called index, which to Hugo is a page with the others as its parts. */
const fileFor = (address: string): string => `page${address.replace(/\.html$/u, '').replaceAll('/', '-')}.md`

/** Front matter as JSON, and the text as Markdown below it. */
function contentOf({ address, sections, ...article }: PlainArticle): string {
  const text = [article.lead, ...sections.map(({ heading, body }) => `## ${heading}\n\n${body}`)].join('\n\n')
  return `${JSON.stringify({ ...article, url: address })}\n\n${text}\n`
}

function listOf({ name, href, articles }: PlainList): string {
  const entries = articles.map(({ minute, address, kicker, title, source }) => ({
    time: minute.slice(-5),
    address,
    kicker,
    title,
    source: source.name,
  }))
  return `${JSON.stringify({ title: name, url: href, articles: entries })}\n`
}

function setAstro(archive: PlainArchive, root: string): Contender {
  cpSync(join(FOLDER, 'astro'), root, { recursive: true })
  const file = join(root, 'archive.json')
  write(file, JSON.stringify({ ...archive, sheets: SHEETS }))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: root, stdio: 'inherit' })
  return {
    name: 'astro',
    args: () => [join(FOLDER, 'astro.mjs'), root],
    environment: (output) => ({ BENCH_ARCHIVE: file, BENCH_OUTPUT: output, ASTRO_TELEMETRY_DISABLED: '1' }),
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
