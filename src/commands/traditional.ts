/**
 * `zebian traditional FOLDER`: the built site once more with an edition in Traditional letters below /hant, each page naming its twin.
 *
 *   traditionalCommand(settings, 'both')  →  prints how many pages have a twin; the site folder stays as it is
 *   writeTraditional('both')              →  198
 *
 * Read back from the site and not drawn twice: what differs between the editions is letters and links and nothing else. The folder is new
 * each time, so that nothing stays in it that the site has no more.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative, sep } from 'node:path'
import { namesIn, TRADITIONAL_FOLDER, traditionalPage } from '../search/script/page.ts'
import { namesOf } from '../search/script/traditional.ts'
import type { Settings } from '../settings.ts'

/** The search page and its lists find Traditional queries as they are; an unknown address has no language. */
const ALONE = /^\/(?:search\/|404\.html$)/u

/** Compressed twins of files would be of other bytes. */
const COMPRESSED = new Set(['.br', '.gz', '.zst'])

export function traditionalCommand({ site }: Settings, folder: string): void {
  if (!existsSync(join(site.folder, 'index.html')))
    throw new Error(`expected a built site in ${site.folder}, found none; run npm run build first`)
  if (existsSync(folder))
    throw new Error(`expected a new folder, found ${folder} there already; remove it or name another`)
  cpSync(realpathSync(site.folder), folder, { recursive: true, filter: (path) => !COMPRESSED.has(extname(path)) })
  console.log(`Wrote ${writeTraditional(folder)} pages in both editions into ${folder}.`)
}

/** A folder of pages in, how many have a twin now out. */
function writeTraditional(folder: string): number {
  const pages = new Map(addressesIn(folder).map((address) => [address, readFileSync(join(folder, address)).toString()]))
  const names = namesOf([...pages.values()].flatMap(namesIn))
  const has = (address: string): boolean => pages.has(address.endsWith('/') ? `${address}index.html` : address)
  for (const [address, page] of pages) {
    const twin = join(folder, TRADITIONAL_FOLDER, address)
    mkdirSync(dirname(twin), { recursive: true })
    writeFileSync(twin, withTwins(traditionalPage(page, names, has), address, 'hant'))
    writeFileSync(join(folder, address), withTwins(page, address, 'hans'))
  }
  return pages.size
}

const addressesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((address) => !ALONE.test(address))

/** What is said to search engines in the head, and to readers beside the sizes of type. */
function withTwins(page: string, address: string, own: 'hans' | 'hant'): string {
  const path = encodeURI(address.replace(/(?<=\/)index\.html$/u, ''))
  const origin = /<link rel="canonical" href="(https?:\/\/[^/"]+)/u.exec(page)?.[1] ?? ''
  const [hans, hant] = [path, TRADITIONAL_FOLDER + path]
  const alternate = (lang: string, href: string): string =>
    `<link rel="alternate" hreflang="${lang}" href="${origin}${href}">\n`
  const links = alternate('zh-Hans', hans) + alternate('zh-Hant', hant) + alternate('x-default', hans)
  const other =
    own === 'hans'
      ? `<a href="${hant}" hreflang="zh-Hant" lang="zh-Hant">繁體</a>`
      : `<a href="${hans}" hreflang="zh-Hans" lang="zh-Hans">简体</a>`
  const told = page
    .replace('<link rel="icon"', () => `${links}<link rel="icon"`)
    .replace(/<div class="size".*?<\/div>/u, (sizes) => sizes + other)
  return own === 'hans'
    ? told
    : told.replace(
        /(<link rel="canonical" href=")(https?:\/\/[^/"]+)/u,
        (_, before: string, site: string) => `${before}${site}${TRADITIONAL_FOLDER}`,
      )
}
