/** Whatever can change a page changes the digest by which kept pages and releases are known to be of other sources. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { digestOf, sourcesIn } from '../../src/build/digest.ts'
import { ROOT, SOURCES } from '../house/sources.ts'

/** Our own files that modules run on. */
function reachedFrom(...paths: string[]): string[] {
  const reached = new Set(paths)
  for (const path of reached)
    for (const name of SOURCES.find((file) => file.path === path)?.imports ?? [])
      if (SOURCES.some((file) => file.path === name)) reached.add(name)
  return [...reached]
}

/** Written by Sanity TypeGen: types alone. */
const TYPES = 'sanity/types.ts'

test('the digest is of every file that drawing a page runs on', async () => {
  const reached = reachedFrom('src/site/draw.ts', 'src/site/template.ts', 'src/store/store.ts')
  const digested = new Set(await sourcesIn(ROOT))
  expect(reached.length).toBeGreaterThan(120)
  expect(reached.filter((file) => file !== TYPES && !digested.has(file))).toEqual([])
})

test('the digest changes with a letter of a source, and with a package of another version', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'zebian-digest-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true })
  const packages = { 'markdown-it': '15.0.2' }
  const before = await digestOf(copy, packages)
  expect(await digestOf(copy, packages)).toBe(before)
  expect(await digestOf(copy, { 'markdown-it': '15.0.3' })).not.toBe(before)
  appendFileSync(join(copy, 'src/formats/rss.ts'), ' ')
  expect(await digestOf(copy, packages)).not.toBe(before)
})
