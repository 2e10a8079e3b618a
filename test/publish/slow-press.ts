/** A press that takes two seconds and says how far it is every so many milliseconds: `fork('slow-press.ts', ['100'])`. */
import { setInterval as every, setTimeout as wait } from 'node:timers/promises'
import { workFor } from '../../src/publish/workshop.ts'
import { openPaperless } from './press.ts'
import { makeRelease } from '../../src/publish/make.ts'
import { WANT } from './paper.ts'

const LONG = 2_000

const [, , often] = process.argv
const ends: (() => void | Promise<void>)[] = []
const { press, paper } = await openPaperless((work) => void ends.push(work))
paper.put('jia', '甲')
const { manifest } = await makeRelease(press, WANT)
await workFor(
  process,
  async (_, __, onProgress) => {
    const done = new AbortController()
    const said = (async () => {
      let articles = 0
      for await (const _ of every(Number(often), undefined, { signal: done.signal })) {
        articles += 1
        onProgress({ what: 'articles', done: articles, of: 20 })
      }
    })().catch(() => {})
    await wait(LONG)
    done.abort()
    await said
    return { id: undefined, manifest, changed: 7, parts: {} }
  },
  String,
)
for (const end of ends) await end()
