/** Both ways to print come to the same bytes, and whoever extends Eleventy gets Eleventy. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { EleventyConfig } from '@11ty/eleventy'
import { afterAll, describe, expect, test } from 'vitest'
import eleventy from '../../eleventy.config.ts'
import { drawAll, placesIn } from '../../src/build/draw.ts'
import { openFolder } from '../../src/build/folder.ts'
import { printerOver } from '../../src/build/printer.ts'
import { isStock } from '../../src/build/stock.ts'
import { searchModule } from '../../src/search/make/module.ts'
import { openStore } from '../../src/store/store.ts'
import { lakeOf } from './lake.ts'
import { generated } from './generated.ts'
import { differences, treeOf } from './paper.ts'

const folder = mkdtempSync(join(tmpdir(), 'zebian-eleventy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const extended = (more: (config: EleventyConfig) => void) => (config: EleventyConfig) => {
  const own = eleventy(config)
  more(config)
  return own
}

const pages = (name: string, file: string, text: string): string => {
  const copy = join(folder, name)
  cpSync('src/site/pages', copy, { recursive: true })
  writeFileSync(join(copy, file), text)
  return copy
}

describe('a site', () => {
  test('is the same, byte for byte, through Eleventy in several runs and by the same functions directly', async () => {
    const store = openStore({ file: join(folder, 'store'), of: 'test' })
    await store.sync(lakeOf(() => generated(20)))
    const [direct, printed] = [join(folder, 'direct'), join(folder, 'printed')]
    const pages = drawAll(openFolder(direct), store.catalogue, printerOver(store, 'directly'))
    const args = ['test/build/print.ts', store.db.file, printed, '90']
    const told = (await promisify(execFile)(process.execPath, args)).stdout.trim().split(' ').map(Number)
    expect([told[0], told[1], told.at(-1)]).toEqual([90, 180, pages])
    const tree = await treeOf(direct)
    expect(tree.size).toBe(pages)
    expect(pages).toBeGreaterThan(150)
    const { address, code } = await searchModule()
    expect(differences(tree.set(address, Buffer.from(code).toString('latin1')), await treeOf(printed))).toEqual([])
    store.close()
  })

  test('is the four shards of it together, none of whose pages stands in two', async () => {
    const store = openStore({ file: join(folder, 'shards'), of: 'test' })
    await store.sync(lakeOf(() => generated(120)))
    const whole = openFolder(join(folder, 'whole'))
    const pages = drawAll(whole, store.catalogue, printerOver(store, 'test'))
    const shards = [1, 2, 3, 4].map((shard) =>
      [...placesIn(store.catalogue, { shard, of: 4 })].map(({ address }) => address),
    )
    expect(shards.every(({ length }) => length > 0)).toBe(true)
    expect(shards.flat().length).toBe(pages)
    expect(new Set(shards.flat()).size).toBe(pages)
    store.close()
  })
})

describe('a site that someone extends', () => {
  test('is printed by Eleventy: a transform, a plug-in, other settings', async () => {
    expect(await isStock()).toBe(true)
    expect(await isStock({ settings: extended((config) => config.addTransform('mine', (content) => content)) })).toBe(
      false,
    )
    expect(await isStock({ settings: extended((config) => config.setQuietMode(false)) })).toBe(false)
    const settings = extended((config) => void Reflect.get(config, 'addPlugin')(() => {}))
    expect(await isStock({ settings })).toBe(false)
  })

  test('is printed by Eleventy: a page more, a line more in a page', async () => {
    const day =
      "/** Days. */\nimport { pagesOf } from '../template.ts'\n\nexport const { data, render } = pagesOf('day')\n"
    expect(await isStock({ pages: pages('same', 'day.11ty.ts', day) })).toBe(true)
    expect(await isStock({ pages: pages('line', 'day.11ty.ts', `${day}\nexport const more = 1\n`) })).toBe(false)
    expect(await isStock({ pages: pages('other', 'day.11ty.ts', day.replace("'day'", "'month'")) })).toBe(false)
    expect(await isStock({ pages: pages('more', 'about.md', '# 关于') })).toBe(false)
  })
})
