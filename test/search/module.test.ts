/** The page's script: one file, small, and without a way for an article's words to become markup. */
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { searchModule } from '../../src/search/make/module.ts'

test('the script is one file below 12 kB compressed, named by its content', async () => {
  const { address, code } = await searchModule()
  console.log(`Search script: ${brotliCompressSync(code).length} bytes brotli, ${gzipSync(code).length} gzip.`)
  expect(address).toMatch(/^\/search\/find-[0-9a-f]{12}\.js$/u)
  expect(gzipSync(code).length).toBeLessThan(12_000)
  expect(code).not.toMatch(/\b(?:import|export)\s*[{*"']/u)
})

test('the script writes text and elements, never markup', () => {
  const folder = 'src/search/browser'
  const source = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  expect(source.length).toBeGreaterThan(4)
  expect(
    source.filter((text) => /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(/u.test(text)),
  ).toEqual([])
})
