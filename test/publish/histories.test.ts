/** Hooks in any order, any number and any shape end in the right site. `npm run pull-the-plug` tells 5,000 histories. */
import { expect, it } from 'vitest'
import { FAST, openNewsroom } from './newsroom.ts'
import { tellHistories } from './plug/histories.ts'

it('duplicated, reordered, replayed, delayed, forged, cut, oversized and wrongly encoded hooks end in the right site', async () => {
  const told = await tellHistories(await openNewsroom(FAST), { runs: 40 })
  expect(told.histories).toBeGreaterThanOrEqual(40)
  expect(Object.keys(told.answers).toSorted()).toEqual(['202', '400', '401', '413'])
})
