import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connect } from './connect.ts'
import { newLog, problemsOf, startChild, write, writeUntilKilled } from './crash.ts'

/** The full suite is `KILLS=200 npx vitest run test/lake/crash`. */
const KILLS = Number(process.env['KILLS'] ?? 12)

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lake-crash-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'lake.db')
}

/** A lake after one quiet round, with its log: what the controls spoil on purpose. */
async function sound() {
  const path = file()
  const log = newLog()
  await writeUntilKilled(path, 60, log, 0)
  expect(problemsOf(path, log)).toEqual([])
  const db = new DatabaseSync(path)
  onTestFinished(() => db.close())
  return { path, log, db }
}

describe('kill -9 under eight writers', () => {
  test(
    `loses and tears nothing that was acknowledged, ${KILLS} times`,
    { timeout: 60_000 + KILLS * 3_000 },
    async () => {
      const path = file()
      const log = newLog()
      for (let round = 0; round < KILLS; round += 1) {
        await writeUntilKilled(path, 1 + Math.floor(Math.random() * 60), log, round)
        expect(problemsOf(path, log), `after kill ${round + 1}`).toEqual([])
      }
      const { client } = await connect({ file: path })
      expect(await client.fetch('*[_id == "left"][0].n + *[_id == "right"][0].n')).toBe(0)
      console.log(`${KILLS} kills: ${log.acknowledged.size} acknowledged, ${log.underWay.size} under way when killed`)
      expect(log.acknowledged.size).toBeGreaterThanOrEqual(KILLS)
    },
  )
})

describe('the checker finds', () => {
  test('a transaction that was acknowledged before it was committed', async () => {
    const { path, log } = await sound()
    log.acknowledged.add('pair-9-9-0')
    expect(problemsOf(path, log)).toEqual(['lost: pair-9-9-0'])
  })

  test('a document that is missing from its transaction', async () => {
    const { path, log, db } = await sound()
    db.exec("DELETE FROM document WHERE id = (SELECT min(id) FROM document WHERE id LIKE 'of-pair-%')")
    expect(problemsOf(path, log)).toEqual([expect.stringMatching(/^torn: pair-0-\d-\d+$/)])
  })

  test('an update that another has overwritten', async () => {
    const { path, log, db } = await sound()
    db.exec(
      `UPDATE document SET body = CAST(json_set(CAST(body AS TEXT), '$.n', json_extract(CAST(body AS TEXT), '$.n') - 1) AS BLOB) WHERE id = 'counter'`,
    )
    expect(problemsOf(path, log)).toEqual([expect.stringMatching(/^lost update: counter is \d+, \d+ were committed$/)])
  })
})

describe('several processes on one file', () => {
  test('write at the same time without failing, and read what the others wrote', async () => {
    const path = file()
    const log = newLog()
    // The file is created by whichever comes first: all three open it at the same moment.
    const children = await Promise.all([startChild(path), startChild(path), startChild(path)])
    const until = (): boolean => log.acknowledged.size >= 90
    await Promise.all(children.map(({ url }, index) => write(url, log, `0-${index}`, until)))
    const counts = await Promise.all(
      children.map(async ({ url }) => (await fetch(`${url}/v1/data/doc/production/left,right,counter`)).text()),
    )
    for (const { child } of children) child.kill('SIGKILL')
    expect(log.underWay.size).toBe(0)
    expect(new Set(counts).size).toBe(1)
    expect(problemsOf(path, log)).toEqual([])
  })
})
