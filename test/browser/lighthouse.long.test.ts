/** Lighthouse on a simulated phone: a page of every kind, and an imported original where one lies beside us. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from './kinds.ts'
import { bestOf, openPhone, WANTED, type Phone } from './lighthouse.ts'
import { buildForBrowser, type BrowserSite } from './site.ts'

const SEED = '../shared/originals/seed.txt'
/** Kept from search engines on purpose: Lighthouse counts that against them. The other three hold. */
const UNLISTED = new Set(['cite', '404'])
/** Answered with 410, which Lighthouse takes for a page that did not load. */
const GONE = 'tombstone'

const original = existsSync(SEED)

let site: BrowserSite
let phone: Phone
let seed = ''

beforeAll(async () => {
  if (!original) console.log(`${SEED} is absent: Lighthouse looks at the sample only.`)
  // A page of another's paper is kept from search engines until a permission is recorded, as an editor would here.
  site = await buildForBrowser(original ? [['sample'], ['import', SEED]] : [['sample']], async ({ client }) => {
    const patch = client.patch({ query: '*[_type == "article" && defined(provenance)]' })
    await patch.set({ 'rights.permission': 'granted' }).commit()
    const imported: unknown = await client.fetch('*[_type == "article" && provenance.file == "seed.txt"][0].address')
    seed = String(imported)
  })
  phone = await openPhone()
})
afterAll(async () => {
  await phone?.close()
  await site?.close()
})

async function scoresOf(path: string, wanted: readonly string[]): Promise<Record<string, number | null>> {
  const { scores, failed, slowdown } = await bestOf(3, phone, new URL(path, site.url).href, wanted)
  console.log(path, JSON.stringify(scores), failed.join(' '), `slowdown ${slowdown.toFixed(1)}`)
  return Object.fromEntries(wanted.map((name) => [name, scores[name] ?? null]))
}

const perfect = (wanted: readonly string[]): Record<string, number> =>
  Object.fromEntries(wanted.map((name) => [name, 1]))

describe('Lighthouse on a phone', () => {
  test.each(Object.entries(KINDS).filter(([name]) => name !== GONE))(
    'gives 100 for everything that is wanted of the page %s',
    async (name, path) => {
      const wanted = UNLISTED.has(name) ? WANTED.filter((one) => one !== 'seo') : WANTED
      expect(await scoresOf(path, wanted)).toEqual(perfect(wanted))
    },
    300_000,
  )

  test.runIf(original)(
    'gives 100 four times to an imported original',
    async () => {
      expect(await scoresOf(seed, WANTED)).toEqual(perfect(WANTED))
    },
    300_000,
  )
})
