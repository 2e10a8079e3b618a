/**
 * One lake of a size, filled, closed, opened again, and asked; as a process of its own, so that its memory is its own.
 *
 *   node bench/lakeOne.ts 10000 7  →  {"articles":10000,"ms":{"open":…,"counts":…,"mutate":…,"listen":…},"first":{…},"rss":512}
 *
 * Milliseconds of CPU, medians of the rounds. Each question is asked after an edit, as an editor's Studio asks it; `first` is the first time,
 * when the lake knows nothing yet. `rss` is the process's most memory in megabytes.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ListenOptions } from '@sanity/client'
import * as v from 'valibot'
import { openDoor, type Door } from '../src/client.ts'
import { STUDIO_ROOM } from '../src/lake/lake.ts'
import { readSettings } from '../src/settings.ts'
import { fillLake } from './fill.ts'
import { questions } from './lakeCases.ts'

export const LAKE_RUN = v.object({
  articles: v.number(),
  ms: v.record(v.string(), v.number()),
  first: v.record(v.string(), v.number()),
  rss: v.number(),
})
export type LakeRun = v.InferOutput<typeof LAKE_RUN>

const ONE = fileURLToPath(import.meta.url)
const FILL = 'fill'
/** A figure with a letter on either side: a generated text holds few twice. */
const RARE = /\p{Script=Han}\d{4}\p{Script=Han}/u

/** As many as two editors with an article open each. */
const LISTENERS = [
  '*',
  '*[_type == "article"]',
  '*[_type in ["article", "profile"]]',
  '*[_id in ["none"]]',
  '*',
] as const
const FIRST = v.object({ _id: v.string(), address: v.string(), body: v.string() })

export async function lakeRun(articles: number, rounds: number): Promise<LakeRun> {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zebian-bench-'))
  const settings = readSettings({ LAKE_FILE: join(folder, 'lake.sqlite') })
  try {
    // In a process of its own, so that its memory is not counted.
    await promisify(execFile)(process.execPath, [ONE, FILL, String(articles), settings.lake.file])
    const [opened, door] = await timed(async () => {
      const made = openDoor(settings, { room: STUDIO_ROOM })
      await made.client.fetch('count(*)')
      return made
    })
    const answered = await ask(door, rounds)
    door.close()
    const rss = process.resourceUsage().maxRSS / 1024
    return { articles, ms: { open: opened, ...answered.ms }, first: answered.first, rss }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function ask({ client }: Door, rounds: number): Promise<Pick<LakeRun, 'ms' | 'first'>> {
  const given: unknown = await client.fetch('*[_type == "article"][7]{_id, address, "body": sections[1].body}')
  const { _id: id, address, body } = v.parse(FIRST, given)
  let edits = 0
  const edit = (): Promise<unknown> => {
    edits += 1
    const patch = { set: { subtitle: `第 ${edits} 次修改` } }
    const pair = { draftId: `drafts.${id}`, publishedId: id }
    return client.action({ actionType: 'sanity.action.document.edit', ...pair, patch })
  }
  const ms: Record<string, number> = {}
  const first: Record<string, number> = {}
  for (const [name, { query, perspective, ...more }] of Object.entries(
    questions({ id, address, word: RARE.exec(body)?.[0] ?? '', common: body.slice(40, 46) }),
  )) {
    const params = 'params' in more ? more.params : {}
    const once = async (): Promise<number> =>
      (await timed(() => client.fetch<unknown>(query, params, { perspective })))[0]
    first[name] = await once()
    ms[name] = median(await repeated(rounds, edit, once))
  }
  ms['mutate'] = median(await repeated(rounds, nothing, async () => (await timed(edit))[0]))
  ms['listen'] = await fanOut(client, rounds, edit)
  return { ms, first }
}

/** From the edit until the last of the listeners has been told of it. */
async function fanOut(client: Door['client'], rounds: number, edit: () => Promise<unknown>): Promise<number> {
  let told = 0
  let last = Promise.withResolvers<void>()
  const wanted = LISTENERS.filter((query) => !query.includes('none')).length
  const listening = LISTENERS.map((query) => {
    const greeted = Promise.withResolvers<void>()
    const options: ListenOptions = { events: ['welcome', 'mutation'], includeResult: false }
    const subscription = client.listen(query, {}, options).subscribe(({ type }) => {
      if (type === 'welcome') return greeted.resolve()
      told += 1
      if (told === wanted) last.resolve()
    })
    return { ready: greeted.promise, subscription }
  })
  await Promise.all(listening.map(({ ready }) => ready))
  const round = async (): Promise<number> => {
    told = 0
    last = Promise.withResolvers<void>()
    return (await timed(async () => Promise.all([edit(), last.promise])))[0]
  }
  const found = median(await repeated(rounds, nothing, round))
  for (const { subscription } of listening) subscription.unsubscribe()
  return found
}

async function repeated(
  rounds: number,
  before: () => Promise<unknown>,
  once: () => Promise<number>,
): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await before()
    times.push(await once())
  }
  return times
}

/** Time of the processor, not of the clock: the lake does its work in one thread, and other programs must not count. */
async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const began = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(began)
  return [(user + system) / 1000, result]
}

const nothing = (): Promise<void> => Promise.resolve()

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

async function fillFile(articles: number, file: string): Promise<void> {
  const door = openDoor(readSettings({ LAKE_FILE: file }))
  await fillLake(door, articles)
  door.close()
}

if (process.argv[1] === ONE) {
  const [, , first, second = '', file = ''] = process.argv
  if (first === FILL) await fillFile(Number(second), file)
  else console.log(JSON.stringify(await lakeRun(Number(first), Number(second))))
}
