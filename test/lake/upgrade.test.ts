/** A lake's file of an older version: brought up to date on opening, with a word about it and a copy of what it was. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { upgradeTeller } from '../../src/lake/store/upgrade.ts'
import { connect } from './connect.ts'
import { oldFile } from './old-file.ts'

function onceOpened(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lake-six-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

describe('a file of an older version', () => {
  test('is brought up to date, loses nothing, and leaves a copy of what it was', async () => {
    const file = oldFile()
    const { raw } = await connect({ file })
    expect(await raw.fetch('*{_id, _rev, title}')).toEqual([
      { _id: 'a', _rev: 'old', title: '旧' },
      { _id: 'b', _rev: 'old', title: '旧' },
    ])
    const copy = readdirSync(join(file, '..')).find((name) => name.startsWith('lake.db.before-v7-'))
    const before = new DatabaseSync(join(file, '..', copy ?? ''))
    expect(before.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
    expect(before.prepare('SELECT count(*) AS n FROM document').get()).toEqual({ n: 2 })
    before.close()
  })

  test('is found by its words, and says that it is brought up to date, once', async () => {
    const [file, said] = [oldFile(), new Array<string>()]
    const tell = (line: string): number => said.push(line)
    for (const time of ['the first time', 'when it is opened again']) {
      const { raw, lake } = await connect({ file, tell })
      const found = await raw.fetch('*[_type == "article" && title match "*旧*"]._id')
      expect({ time, found }).toEqual({ time, found: ['a', 'b'] })
      lake.close()
    }
    await connect({ tell })
    expect(said).toEqual([
      'Bringing lake.db up to date, once: 2 documents to index. A copy of what it was stays beside it.',
    ])
  })

  test('that knew pairs of letters alone has its words made anew', async () => {
    const file = join(onceOpened(), 'lake.db')
    const { raw, lake } = await connect({ file })
    await raw.create({ _id: 'a', _type: 'article', title: '有5261户' })
    lake.close()
    const before = new DatabaseSync(file)
    before.exec(`UPDATE word SET words = '67096x35' WHERE rowid = 1; PRAGMA user_version = 6`)
    before.close()
    const { raw: after } = await connect({ file })
    expect(await after.fetch('*[_type == "article" && title match "*5261*"]._id')).toEqual(['a'])
  })

  test('says how far it is when that takes more than a moment', () => {
    const said: string[] = []
    let now = 0
    const told = upgradeTeller(
      '/a/lake.db',
      (line) => said.push(line),
      () => now,
    )
    for (const done of [0, 200, 400, 600, 800]) {
      told(done, 50_000)
      now += 1_600
    }
    expect(said.slice(1)).toEqual(['Indexed 400 of 50,000 documents.', 'Indexed 800 of 50,000 documents.'])
  })

  test('is migrated once by two that open it', async () => {
    const file = oldFile()
    const [one, two] = [await connect({ file }), await connect({ file })]
    await one.raw.create({ _id: 'c', _type: 'article' })
    expect(await two.raw.fetch('count(*)')).toBe(3)
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('before-v7'))).toHaveLength(1)
  })
})
