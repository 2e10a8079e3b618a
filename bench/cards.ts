/**
 * What cards cost, apart from everything else, for a site has them only where its editors want them.
 *
 *   await benchCards(200)  →  'cards: 200 drawn, 46 ms of CPU and 29 kB each; 2,100 ms for the first, which unpacks its letters'
 */
import { drawCard } from '../src/cards/card.ts'
import { articlePage } from '../src/content/article.ts'
import { cardOf } from '../src/content/card.ts'
import type { Documents } from '../src/content/documents.ts'
import { catalogueOf } from '../src/content/memory.ts'

export async function benchCards(documents: Documents, most: number): Promise<string> {
  const catalogue = catalogueOf(documents, new Date())
  const cards = documents.articles.slice(0, most).map((article) => cardOf(articlePage(article, catalogue)))
  const [first, ...rest] = cards
  if (first === undefined) return 'cards: there is no article'
  const alone = await spent(() => drawCard(first))
  let bytes = 0
  const all = await spent(async () => {
    for (const card of rest) bytes += (await drawCard(card)).length
  })
  const each = (sum: number): string => (sum / rest.length).toFixed(0)
  return `cards, where they are wanted: ${rest.length} drawn, ${each(all)} ms of CPU and ${each(bytes / 1000)} kB each; ${alone.toFixed(0)} ms for the first`
}

/** Milliseconds of CPU. */
async function spent(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
