/** kill -9 under load loses nothing that was acknowledged. `npm run pull-the-plug` kills a thousand times. */
import { expect, it } from 'vitest'
import { killAll } from './plug/kill.ts'

it('lake, receiver and publisher killed under load: every acknowledged edit is live, and readers saw nothing of it', async () => {
  const { kills, reads, edits, ...wrong } = await killAll({ kills: 3, readers: 1 })
  expect(wrong).toMatchObject({ lost: [], torn: 0, missing: 0, mixed: 0 })
  expect([kills >= 3, reads > 500, edits > 20]).toEqual([true, true, true])
}, 120_000)
