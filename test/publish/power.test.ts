/** Power cuts at any moment lose nothing that was promised, and leave readers a whole release. `npm run pull-the-plug` cuts 5,000 times. */
import { describe, expect, it } from 'vitest'
import { cutPower } from './plug/power.ts'
import { hasStrace } from './plug/trace.ts'

if (!hasStrace()) console.log('No strace here (apt-get install strace): power cuts are not tested.')

describe.runIf(hasStrace())('a power cut at any moment', () => {
  it('loses no commit, no hook, no release, leaves the current one whole, and the next can be made of what is there', async () => {
    const { cuts, promises, lost } = await cutPower({ cuts: 150, rounds: 8 })
    expect({ cuts: cuts > 140, promises: promises > 12, lost }).toEqual({ cuts: true, promises: true, lost: [] })
  })

  it.each(['NORMAL', 'lies'] as const)('would lose something if the disk were not waited for: %s', async (control) => {
    const { lost } = await cutPower({ cuts: 60, rounds: 4, control })
    expect(lost).not.toEqual([])
  })
})
