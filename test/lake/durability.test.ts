import { mkdtempSync, openSync, closeSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { answerError } from '../../src/lake/error.ts'
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'
import { openDatabase } from '../../src/lake/store/database.ts'
import { connect, failure } from './connect.ts'

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lake-durable-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'lake.db')
}

describe('a lake on disk', () => {
  test('has everything when it is opened again, references and pictures too', async () => {
    const file = newFile()
    const first = await connect({ file })
    await first.client.create({ _id: 'jia', _type: 'profile' })
    const article = await first.client.create({ _id: 'a', _type: 'article', by: { _type: 'reference', _ref: 'jia' } })
    const { path } = await first.client.assets.upload('file', Buffer.from('字'), { filename: 'a.txt' })
    first.lake.close()
    const second = await connect({ file })
    expect(await second.client.getDocument('a')).toEqual(article)
    expect((await failure(second.client.delete('jia'))).statusCode).toBe(409)
    expect(await (await second.ask(`/${path}`)).text()).toBe('字')
  })

  test('holds nothing of a transaction that was refused, not even its id', async () => {
    const file = newFile()
    const first = await connect({ file })
    const missing = { _type: 'reference', _ref: 'none' }
    const create = (by: object) =>
      first.client.mutate([{ create: { _id: 'a', _type: 'article', by } }], { transactionId: 'trx' })
    await failure(create(missing))
    const second = await connect({ file })
    expect(await second.client.fetch('count(*)')).toBe(0)
    await create({ ...missing, _weak: true })
    expect(await second.client.fetch('*._rev')).toEqual(['trx'])
  })

  test.each(['the first time', 'after a reopening', 'after a second reopening'])(
    'waits for the disk and for other writers: %s',
    (time) => {
      const file = newFile()
      for (let n = 0; n < ['the first time', 'after a reopening'].indexOf(time) + 1; n += 1) openDatabase(file).close()
      const db = openDatabase(file)
      const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
      expect([pragma('journal_mode'), pragma('synchronous'), pragma('busy_timeout')]).toEqual(['wal', 2, 10_000])
      db.close()
    },
  )

  test('that is damaged is not opened', () => {
    const file = newFile()
    openDatabase(file).close()
    const handle = openSync(file, 'r+')
    for (let page = 1; page < statSync(file).size / 4096; page += 1)
      writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, page * 4096)
    closeSync(handle)
    expect(() => openLake({ file })).toThrow(/quick_check|malformed/)
  })

  test('that is damaged where only its documents lie says so to who reads and goes, by query and by export', async () => {
    const file = newFile()
    const { client, lake } = await connect({ file })
    for (const id of ['a', 'b', 'c']) await client.create({ _id: id, _type: 'article', text: '水'.repeat(9_000) })
    lake.close()
    const half = Math.floor(statSync(file).size / 8192)
    const handle = openSync(file, 'r+')
    for (let page = half; page < half * 2; page += 1) writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, page * 4096)
    closeSync(handle)
    expect(() => openLake({ file })).toThrow(/quick_check|malformed/)
    const passing = await connect({ file, lookOver: false })
    const asked = await failure(passing.client.fetch('*[_type == "article"]{text}'))
    expect([asked.statusCode, asked.message]).toEqual([500, expect.stringContaining('The lake’s file is damaged')])
    const exported = passing.ask('/v2025-02-19/data/export/production').then((answer) => answer.text())
    await expect(exported).rejects.toThrow('malformed')
  })

  test('that is no database is not opened and not touched', () => {
    const file = newFile()
    writeFileSync(file, '这不是数据库'.repeat(100))
    expect(() => openLake({ file })).toThrow('not a database')
    expect(statSync(file).size).toBe(1800)
  })

  test("that is another program's database is not opened and not touched", () => {
    const file = newFile()
    const other = new DatabaseSync(file)
    other.exec('CREATE TABLE theirs (x)')
    other.close()
    expect(() => openLake({ file })).toThrow("found another program's SQLite database")
    const again = new DatabaseSync(file)
    expect(again.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'theirs' }])
    expect(again.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' })
    again.close()
  })

  test('from a newer program is not opened', () => {
    const file = newFile()
    const db = openDatabase(file)
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(() => openLake({ file })).toThrow('found version 99; update this program')
  })
})

describe('what SQLite can not do', () => {
  test.each([
    [13, 507, 'The disk is full. Nothing was changed'],
    [5, 503, 'The lake is busy with another writer'],
    [11, 500, 'The lake’s file is damaged. Nothing was changed'],
  ])('is told as what it is: code %i is a %i', async (errcode, status, message) => {
    const answer = answerError(Object.assign(new Error('sqlite'), { errcode }))
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(message)])
  })
})

describe('two lakes on one file', () => {
  test('see each other’s creations, changes and deletions at once', async () => {
    const file = newFile()
    const [one, two] = [await connect({ file }), await connect({ file })]
    const titles = () => Promise.all([one, two].map(({ client }) => client.fetch('*[_type == "article"]{_id, title}')))
    expect(await titles()).toEqual([[], []])
    await one.client.create({ _id: 'a', _type: 'article', title: '一' })
    await two.client.create({ _id: 'b', _type: 'article', title: '二' })
    const both = [
      { _id: 'a', title: '一' },
      { _id: 'b', title: '二' },
    ]
    expect(await titles()).toEqual([both, both])
    await two.client.patch('a').set({ title: '改' }).commit()
    await one.client.delete('b')
    expect(await titles()).toEqual([[{ _id: 'a', title: '改' }], [{ _id: 'a', title: '改' }]])
    await two.client.create({ _id: 'b', _type: 'article', title: '又' })
    expect(await titles()).toMatchObject([
      [{}, { title: '又' }],
      [{}, { title: '又' }],
    ])
  })

  test('hold revision checks against each other', async () => {
    const file = newFile()
    const [one, two] = [await connect({ file }), await connect({ file })]
    const { _rev } = await one.client.create({ _id: 'a', _type: 'article', n: 0 })
    await two.client.patch('a').ifRevisionId(_rev).inc({ n: 1 }).commit()
    expect((await failure(one.client.patch('a').ifRevisionId(_rev).inc({ n: 1 }).commit())).statusCode).toBe(409)
    expect(await one.client.fetch('*[0].n')).toBe(1)
  })

  test('hold references against each other', async () => {
    const file = newFile()
    const [one, two] = [await connect({ file }), await connect({ file })]
    await one.client.create({ _id: 'jia', _type: 'profile' })
    await two.client.create({ _id: 'a', _type: 'article', by: { _type: 'reference', _ref: 'jia' } })
    expect((await failure(one.client.delete('jia'))).statusCode).toBe(409)
  })
})

describe('a served lake', () => {
  test('says in one line that its port is taken', async () => {
    const blocker = createServer()
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void blocker.close())
    const address = blocker.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { lake } = await connect()
    await expect(serveLake(lake, { port })).rejects.toThrow(
      `Expected port ${port} on 127.0.0.1 to be free, found another program on it; stop that one or choose another port.`,
    )
  })

  test('can be closed and served again', async () => {
    const { lake, client } = await connect()
    await client.create({ _id: 'a', _type: 'article' })
    for (let n = 0; n < 2; n += 1) {
      const served = await serveLake(lake, { port: 0 })
      expect(await (await fetch(`${served.url}/v1/data/query/production?query=count(*)`)).json()).toMatchObject({
        result: 1,
      })
      await served.close()
      await expect(fetch(`${served.url}/ping`)).rejects.toThrow('fetch failed')
    }
  })
})
