/** What a long import says of how far it is. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countFiles } from '../../src/commands/originals/gather.ts'
import { sayRun } from '../../src/commands/originals/progress.ts'

test.each([
  [
    { pages: 1204, files: 1204, total: 10_000, seconds: 20 },
    '1,204 of 10,000 files · 60 pages a second, 2 min 26 s left',
  ],
  [{ pages: 300, files: 2, total: 4, seconds: 10 }, '2 of 4 files · 30 pages a second, 10 s left'],
  [{ pages: 300, files: 1, total: 1, seconds: 10 }, '300 pages, 30 a second'],
  [{ pages: 12, files: 12, total: undefined, seconds: 0.5 }, '12 pages, 24 a second'],
])('%o is said as %s', (run, said) => {
  expect(sayRun(run)).toBe(said)
})

test('files are counted as they will be read: in folders and patterns, and by name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zebian-count-'))
  for (const name of ['a.html', 'b.txt', 'c.jpg', 'd.warc.gz']) await writeFile(join(folder, name), '')
  expect(await countFiles([folder])).toBe(3)
  expect(await countFiles([join(folder, '*.html'), join(folder, 'b.txt'), '-'])).toBe(3)
})
