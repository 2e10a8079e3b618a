/** A long run of the fault suite says how far it has come, and not at each step. */
import { expect, it } from 'vitest'
import { nowAndThen } from './plug/tell.ts'

it('says the newest step once a pause has passed, with the seconds since it began', () => {
  const said: string[] = []
  let now = 5_000
  const say = nowAndThen(
    30_000,
    (line) => said.push(line),
    () => now,
  )
  for (const at of [6_000, 34_999, 35_000, 35_001, 65_000]) {
    now = at
    say(`at ${at}`)
  }
  expect(said).toEqual(['after 30 s: at 35000', 'after 60 s: at 65000'])
})
