/** A site drawn in four parts by four processes and merged is the site that one draws, byte for byte. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { drawShard, mergeShards } from '../../src/build/shards.ts'
import { parseShard } from '../../src/commands/shards.ts'
import { openStore } from '../../src/store/store.ts'
import { generated } from './generated.ts'
import { lakeOf } from './lake.ts'
import { differences, treeOf } from './paper.ts'

const folder = mkdtempSync(join(tmpdir(), 'zebian-shards-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const zebian = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['tools/zebian.mjs', ...args], {
    env: { PATH: process.env['PATH'], LAKE_FILE: at('lake.sqlite') },
  })

describe('four parts', () => {
  test('drawn by four processes and merged are the tree of one, byte for byte', async () => {
    await zebian('sample')
    await zebian('build', '--into', at('one'))
    const parts = [1, 2, 3, 4].map((part) => at(`part-${part}`))
    await Promise.all(parts.map((part, index) => zebian('build', '--into', part, '--shard', `${index + 1}/4`)))
    await zebian('merge', '--into', at('merged'), ...parts)
    const one = await treeOf(at('one'))
    expect(one.size).toBeGreaterThan(200)
    expect(differences(one, await treeOf(at('merged')))).toEqual([])
    for (const part of parts) expect((await treeOf(part)).size).toBeLessThan(one.size / 2)
  })

  test('are refused when one is missing, comes twice or was made from other documents', async () => {
    const store = openStore({ file: at('store'), of: 'test' })
    await store.sync(lakeOf(() => generated(8)))
    const draw = async (name: string, shard: number): Promise<string> => {
      await drawShard(
        at(name),
        store,
        lakeOf(() => generated(8)),
        { shard, of: 2 },
      )
      return at(name)
    }
    const [one, two] = [await draw('a1', 1), await draw('a2', 2)]
    expect(() => mergeShards([one], at('b'))).toThrow(/expected the parts 1, 2, found 1; draw what is missing/u)
    expect(() => mergeShards([one, one], at('b'))).toThrow(/expected the parts 1, 2, found 1, 1/u)
    await store.sync(lakeOf(() => ({ ...generated(8), sources: [] })))
    const other = await draw('a3', 2)
    expect(() => mergeShards([one, other], at('b'))).toThrow(/made from other documents or sources/u)
    mergeShards([one, two], at('b'))
    expect(() => mergeShards([one, two], at('b'))).toThrow(/found .* a second time/u)
    store.close()
  })

  test('are named from 1 to as many as there are', () => {
    expect(['2/4', '1/1'].map(parseShard)).toEqual([
      { shard: 2, of: 4 },
      { shard: 1, of: 1 },
    ])
    for (const wrong of ['0/4', '5/4', '1', 'a/b', '1/4/2', '-1/4']) expect(parseShard(wrong)).toBe(undefined)
  })
})
