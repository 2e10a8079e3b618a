/**
 * What is traced: a lake, a queue of hooks and releases, each saying what it has promised as soon as it has.
 *
 *   node test/publish/plug/power-child.ts FOLDER 20 FULL   →  'lake 0\nqueue 0\nrelease 1\nlake 1\n…'
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openLake } from '../../../src/lake/lake.ts'
import { makeRelease } from '../../../src/publish/make.ts'
import { openQueue } from '../../../src/publish/receive/queue.ts'
import { PaperLake, pressOn, WANT } from '../paper.ts'

const [folder, rounds = '10', synchronous] = process.argv.slice(2)
if (folder === undefined) throw new Error('expected a folder as the first argument, found none')
const say = (line: string): void => void writeSync(1, `${line}\n`)

const lake = openLake({ file: join(folder, 'lake.sqlite') })
const queue = openQueue(join(folder, 'queue.sqlite'), { synchronous: synchronous === 'NORMAL' ? 'NORMAL' : 'FULL' })
const paper = new PaperLake()
const press = { ...pressOn(join(folder, 'site'), paper), kept: 3 }

for (let n = 0; n < Number(rounds); n += 1) {
  const body = JSON.stringify({
    mutations: [{ createOrReplace: { _id: `a${n}`, _type: 'article', text: '字'.repeat(300) } }],
  })
  const headers = { 'content-type': 'application/json' }
  const { status } = await lake.fetch(
    new Request('http://lake/v2025-02-19/data/mutate/production', { method: 'POST', body, headers }),
  )
  if (status !== 200) throw new Error(`expected 200 of the lake, found ${status}`)
  say(`lake ${n}`)
  queue.add(
    { digest: `d${n}`, documents: [{ document: `a${n}`, said: { revision: 'r', at: new Date(0).toISOString() } }] },
    Date.now(),
  )
  say(`queue ${n}`)
  if (n % 7 === 6) paper.sheets.delete(`p${n - 5}`)
  else if (n % 5 === 4) paper.withdraw(`p${n - 2}`)
  paper.put(`p${n}`, `篇${n}`)
  // Of a process that stays and of one that goes, in turns.
  const { id } = await makeRelease(press, WANT, { stays: n % 2 === 0 })
  say(`release ${id ?? ''}`)
}
queue.close()
lake.close()
