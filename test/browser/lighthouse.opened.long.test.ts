/** Lighthouse on a simulated phone: 100 four times on what readers open most, and on an imported original where one lies beside us. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from './kinds.ts'
import { bestOf, isPerfect, openPhone, type Phone } from './lighthouse.ts'
import { buildForBrowser, type BrowserSite } from './site.ts'

const SEED = '../shared/originals/seed.txt'
/** Every kind takes its turn in npm run test:site. */
const pages = ['front', 'article', 'article-pictures'].flatMap((name) => KINDS[name] ?? [])

let site: BrowserSite
let phone: Phone

beforeAll(async () => {
  const original = existsSync(SEED)
  if (!original) console.log(`${SEED} is absent: Lighthouse looks at the sample only.`)
  // A page of another's paper is kept from search engines until a permission is recorded, as an editor would here.
  site = await buildForBrowser(original ? [['sample'], ['import', SEED]] : [['sample']], async ({ client }) => {
    const patch = client.patch({ query: '*[_type == "article" && defined(provenance)]' })
    await patch.set({ 'rights.permission': 'granted' }).commit()
    const imported: unknown = await client.fetch('*[_type == "article" && provenance.file == "seed.txt"].address')
    if (Array.isArray(imported)) pages.push(...imported.map(String))
  })
  phone = await openPhone()
})
afterAll(async () => {
  await phone?.close()
  await site?.close()
})

describe('Lighthouse on a phone', () => {
  test('gives 100 for performance, accessibility, best practices and search to what readers open most', async () => {
    for (const path of pages) {
      const seen = await bestOf(5, phone, new URL(path, site.url).href)
      console.log(path, JSON.stringify(seen.scores), `slowdown ${seen.slowdown.toFixed(1)}`)
      expect(isPerfect(seen), `${path}: ${JSON.stringify(seen.scores)} ${seen.failed.join(', ')}`).toBe(true)
    }
  }, 600_000)
})
