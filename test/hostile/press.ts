/**
 * Every kind of page that the site has, from documents, in memory.
 *
 *   pagesOf(documents)  →  Map { 'article' → '<!doctype html>…', 'tombstone' → …, 'front' → …, … }
 */
import type { Documents } from '../../src/content/documents.ts'
import { pressArchive } from '../../src/content/pages.ts'
import { articleView } from '../../src/site/views/article.ts'
import { frontView, listingView } from '../../src/site/views/listing.ts'
import { notFoundView, tombstoneView } from '../../src/site/views/notice.ts'
import { personView } from '../../src/site/views/person.ts'

export function pagesOf(documents: Documents): Map<string, string> {
  const { site, front, articles, tombstones, people, channels, sources } = pressArchive(documents, new Date())
  return new Map([
    ['front', frontView(front).text],
    ['404', notFoundView(site).text],
    ...articles.map(({ address, page }): [string, string] => [`article ${address}`, articleView(page()).text]),
    ...tombstones.map((page): [string, string] => [`tombstone ${page.address}`, tombstoneView(page).text]),
    ...people.map((page): [string, string] => [`person ${page.address}`, personView(page).text]),
    ...channels.map((page): [string, string] => [`channel ${page.address}`, listingView(page).text]),
    ...sources.map((page): [string, string] => [`source ${page.address}`, listingView(page).text]),
  ])
}
