/** The law for originals that nobody wrote: whatever is read is printed whole and in order, or refused. */
import { describe, expect, it } from 'vitest'
import { differenceOf } from './compare.ts'
import { mutated, pick, seeded } from './mutate.ts'
import { ORIGINALS } from './originals.ts'
import { pressOriginal } from './press.ts'

const CASES = 2000

describe('an original after accidents', () => {
  it(`is printed whole or refused, in ${CASES} seeded cases`, () => {
    const broken: string[] = []
    let printed = 0
    for (let seed = 1; seed <= CASES; seed += 1) {
      const random = seeded(seed)
      const text = mutated(pick(ORIGINALS, random)?.text ?? '', random)
      const page = pressOriginal(Buffer.from(text))
      if (page === undefined) continue
      printed += 1
      const difference = differenceOf(text, page)
      if (difference !== undefined) broken.push(`seed ${seed}: ${difference}`)
    }
    expect(broken).toEqual([])
    expect(printed).toBeGreaterThan(CASES / 2)
  })
})
