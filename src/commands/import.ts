/**
 * `zebian import FILE…`: files original pages in the lake, each in one transaction.
 *
 *   zebian import a.txt b.txt  →  a.txt: 把渠修到田头 → /2024/0602/article-….html (12 new documents)
 *                                 2 read, 0 refused, 19 documents new, 5 already there
 *
 * Ids come from the page itself, and documents that are there already are left as they are: a second import changes nothing, and
 * what an editor has mended since stays mended. Exit code 1 when a page was refused.
 */
import type { Door } from '../client.ts'
import { problemsOf } from '../../sanity/schema/rules.ts'
import { documentsOf } from '../import/documents.ts'
import { readPage, sha256 } from './read.ts'

export async function importCommand(door: Door, files: readonly string[]): Promise<number> {
  const tally = { read: 0, refused: 0, fresh: 0, known: 0 }
  for (const file of files) {
    const page = await readPage(file)
    if ('refused' in page) {
      tally.refused += 1
      console.error(`${page.file}: refused: ${page.refused}`)
      continue
    }
    const documents = documentsOf(page, sha256)
    const transaction = door.client.transaction()
    for (const document of documents) transaction.createIfNotExists<Record<string, unknown>>(document)
    const { results } = await transaction.commit({ visibility: 'sync' })
    const fresh = results.filter(({ operation }) => operation === 'create').length
    tally.read += 1
    tally.fresh += fresh
    tally.known += documents.length - fresh
    const address = documents.flatMap((document) => (document._type === 'article' ? [document.address] : [])).join('')
    console.log(
      `${page.file}: ${page.title} → ${address} (${fresh === 0 ? 'already in the lake, nothing changed' : `${fresh} new documents`})`,
    )
    const rules = documents.flatMap((document) => (document._type === 'article' ? problemsOf(document) : []))
    for (const problem of [...page.problems, ...rules.map(({ message }) => message)])
      console.log(`  请核对　${problem}`)
  }
  console.log(
    `${tally.read} read, ${tally.refused} refused, ${tally.fresh} documents new, ${tally.known} already there`,
  )
  return tally.refused === 0 ? 0 : 1
}
