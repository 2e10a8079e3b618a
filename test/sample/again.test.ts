/** The sample loaded into a lake that holds it already: nothing listens at the lake's public address, and nothing is lost or doubled. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDoor } from '../../src/client.ts'
import { loadSample } from '../../src/commands/sample.ts'
import { readSettings } from '../../src/settings.ts'

test('the sample may be loaded a second time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-again-'))
  // A port that nothing listens on.
  const door = openDoor(readSettings({ LAKE_FILE: join(folder, 'lake.sqlite'), LAKE_PORT: '9' }))
  onTestFinished(() => {
    door.close()
    rmSync(folder, { recursive: true })
  })
  const held = (): Promise<unknown> => door.ask('*[!(_type match "system.**")] | order(_id)._id')
  const first = await loadSample(door)
  const before = await held()
  expect(await loadSample(door)).toBe(first)
  expect(await held()).toEqual(before)
}, 120_000)
