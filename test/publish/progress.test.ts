/** A build that takes long says how far it is: to the log, to the Studio, and to the one who would end a build that says nothing. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openTelling } from '../../src/commands/telling.ts'
import type { Progress } from '../../src/publish/builder.ts'
import { makeRelease } from '../../src/publish/make.ts'
import { CLOCK, type Clock } from '../../src/publish/publisher/clock.ts'
import { sayProgress } from '../../src/publish/publisher/progress.ts'
import { Publisher } from '../../src/publish/publisher/publisher.ts'
import { openWorkshop, type Workshop } from '../../src/publish/workshop.ts'
import { WANT } from './paper.ts'
import { openPaperless, twoReleases } from './press.ts'

test.each<[Progress, string]>([
  [{ what: 'documents', done: 500, of: 24_422 }, 'Fetched 500 of 24,422 documents.'],
  [{ what: 'articles', done: 4000, of: 10_000 }, 'Drew 4,000 of 10,000 articles.'],
  [{ what: 'files', done: 31_000 }, 'Wrote 31,000 files.'],
])('%j is said as %s', (progress, said) => {
  expect(sayProgress(progress)).toBe(said)
})

/** What a command that builds writes, asked every 4 s; then it ends. */
function writtenTo(isTTY: boolean): string[] {
  const written: string[] = []
  let now = 0
  const { tell, close } = openTelling({ isTTY, write: (text) => written.push(text) }, () => now)
  for (const done of [100, 200, 300, 400, 500]) {
    now += 4_000
    tell({ what: 'articles', done, of: 900 })
  }
  close()
  return written
}

test('a terminal’s line is written over and wiped, a file gets a line every ten seconds', () => {
  expect(writtenTo(false)).toEqual(['  Drew 300 of 900 articles.\n'])
  const lines = [100, 200, 300, 400, 500].map((done) => `\r\u001b[K  Drew ${done} of 900 articles.`)
  expect(writtenTo(true)).toEqual([...lines, '\r\u001b[K'])
})

/** A workshop over two releases, whose press needs two seconds and says something every so often, in milliseconds. */
async function slow(every: number, silence: number): Promise<Workshop> {
  const { places } = await twoReleases()
  const hire = () => fork(join(import.meta.dirname, 'slow-press.ts'), [String(every)])
  const workshop = openWorkshop(places, hire, silence)
  onTestFinished(() => workshop.close())
  return workshop
}

test('a build of which something is heard is not ended, however long it takes', async () => {
  const heard: Progress[] = []
  const workshop = await slow(100, 1_500)
  expect(await workshop.make(WANT, (progress) => heard.push(progress))).toMatchObject({ changed: 7 })
  expect(heard.length).toBeGreaterThan(5)
  expect(heard[0]).toEqual({ what: 'articles', done: 1, of: 20 })
})

test('a build of which nothing is heard is ended', async () => {
  const workshop = await slow(60_000, 1_500)
  await expect(workshop.make(WANT)).rejects.toThrow(
    /expected the build to end by itself, found it ended by the clock after .* without a word/u,
  )
})

test('the log is told every ten seconds, and the status at once until the build ends', async () => {
  const { press, paper } = await openPaperless()
  paper.put('jia', '甲')
  let seconds = 0
  const clock: Clock = { ...CLOCK, now: () => new Date(1_700_000_000_000 + seconds * 1000) }
  const [said, shown]: [string[], unknown[]] = [[], []]
  const publisher: Publisher = new Publisher({
    make: async (want, onProgress) => {
      for (const done of [1, 2, 3, 4]) {
        seconds += 6
        onProgress({ what: 'articles', done, of: 4 })
        shown.push(publisher.status.progress)
      }
      return makeRelease(press, want)
    },
    live: () => Promise.resolve(undefined),
    hold: () => Promise.resolve(undefined),
    queue: undefined,
    ask: () => Promise.resolve([]),
    clock,
    say: (line) => said.push(line),
  })
  publisher.want('start')
  await publisher.settled()
  expect(said).toEqual(['Drew 2 of 4 articles.', 'Drew 4 of 4 articles.', expect.stringMatching(/^Release 000001: /u)])
  expect(shown).toEqual([1, 2, 3, 4].map((done) => ({ what: 'articles', done, of: 4 })))
  expect(publisher.status).toMatchObject({ state: 'live', progress: undefined })
})
