/**
 * From an editor's publish to the reader's new page, on one machine, through the real webhook loop of `zebian start`.
 *
 *   await benchPublish({ sizes: [80, 10_000], edits: 15, say })
 *     →  [{ articles: 80, first: 4, live: { median: 210, worst: 260 }, parts: { build: 40, gates: 2, … }, hook: { p99: 9 } }, …]
 *
 * Times from outside, in milliseconds: the mutation's acknowledgement is the beginning, the first answer with the new headline the end.
 * In turns with those, a release is made under hooks, for how long an answer takes during a build.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient, type SanityClient } from '@sanity/client'
import { sign, SIGNATURE_HEADER } from '../src/publish/receive/signature.ts'
import { fill } from './fill.ts'
import { inTurn } from './turns.ts'

interface PublishOptions {
  sizes: readonly number[]
  edits: number
  say: (line: string) => void
}

export interface PublishReport {
  articles: number
  /** Seconds from the command to the first release: lake opened, store filled, every file drawn, looked at and synced. */
  first: number
  live: { median: number; worst: number }
  /** Of the last release, by part. */
  parts: Record<string, number>
  hook: { posted: number; p99: number; worst: number }
}

/** Milliseconds after which a publisher takes a publish for the first of its kind, and not for one of a burst. */
const QUIET = 3_500
const SECRET = 'a-secret-of-the-bench'
const TOKEN = 'sk-bench-of-publishing'

export async function benchPublish({ sizes, edits, say }: PublishOptions): Promise<PublishReport[]> {
  const reports: PublishReport[] = []
  for (const articles of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'zebian-bench-'))
    const { lake } = await fill(folder, articles)
    say(`${articles} articles: filed`)
    const [lakePort, sitePort] = [await freePort(), await freePort()]
    const child = startAll({
      LAKE_FILE: lake,
      SITE_FOLDER: join(folder, 'site'),
      LAKE_PORT: lakePort,
      SITE_PORT: sitePort,
    })
    try {
      const began = performance.now()
      await untilReady(child)
      const first = Math.round((performance.now() - began) / 1000)
      say(`${articles} articles: published for the first time`)
      reports.push({
        articles,
        first,
        ...(await measure(`http://localhost:${lakePort}`, `http://localhost:${sitePort}`, edits)),
      })
      say(publishTable(reports.slice(-1)))
    } finally {
      child.kill('SIGTERM')
      await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    }
  }
  return reports
}

function startAll(own: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '', BUILD_THREADS = '' } = process.env
  const env = { PATH, HOME, BUILD_THREADS, LAKE_TOKEN: TOKEN, PUBLISH_SECRET: SECRET, ...own }
  return spawn(process.execPath, ['tools/zebian.mjs', 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function untilReady(child: ChildProcess): Promise<void> {
  const stream = child.stdout
  if (stream === null) throw new Error('expected the output of zebian start, found none')
  let printed = ''
  await new Promise<void>((ready, fail) => {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('Ctrl-C stops.')) ready()
    })
    child.once('exit', (code) => fail(new Error(`expected zebian start to run, found code ${code}:\n${printed}`)))
  })
}

async function measure(lake: string, site: string, edits: number): Promise<Omit<PublishReport, 'articles' | 'first'>> {
  const over = { apiHost: lake, useProjectHostname: false, useCdn: false, token: TOKEN }
  const client = createClient({ projectId: 'zebian', dataset: 'production', apiVersion: '2025-02-19', ...over })
  const articles: Article[] = await client.fetch(
    '*[_type == "article"] | order(publishedAt desc)[0...$most]{ _id, address }',
    { most: 2 * (edits + 3) },
  )
  const latencies: number[] = []
  const times: number[] = []
  let parts: Record<string, number> = {}
  for (let n = 0; n < edits + 3; n += 1) {
    const took = await publishOnce(client, inTurn(articles, 2 * n), site, `改题 ${n} 之后`)
    // The first ones warm the processes up.
    if (n >= 3) times.push(took)
    await wait(300)
    parts = partsIn(await (await fetch(`${site}/metrics`)).text())
    await wait(QUIET)
    // Every second release is made under hooks, and not counted as an editor's alone.
    const other = inTurn(articles, 2 * n + 1)
    const busy = publishOnce(client, other, site, `忙时改题 ${n}`)
    await postSome(`${site}/hooks/publish`, other._id, latencies)
    await busy
    await wait(QUIET)
  }
  return {
    live: { median: at(times, 0.5), worst: at(times, 1) },
    parts,
    hook: { posted: latencies.length, p99: at(latencies, 0.99), worst: at(latencies, 1) },
  }
}

interface Article {
  _id: string
  address: string
}

async function publishOnce(
  client: SanityClient,
  { _id, address }: Article,
  site: string,
  title: string,
): Promise<number> {
  const page = new URL(encodeURI(address), site)
  await client.patch(_id).set({ title }).commit()
  const began = performance.now()
  for (;;) {
    if ((await (await fetch(page)).text()).includes(title)) return performance.now() - began
    await wait(2)
  }
}

/** While its release is being made, hooks about the same document: each is verified, put on disk and answered. */
async function postSome(url: string, id: string, latencies: number[]): Promise<void> {
  for (let n = 0; n < 15; n += 1) {
    const body = new Uint8Array(
      Buffer.from(JSON.stringify({ _id: id, _rev: `${n}`, _updatedAt: '2020-01-01T00:00:00Z', n: Math.random() })),
    )
    const began = performance.now()
    const headers = { [SIGNATURE_HEADER]: sign(SECRET, Date.now(), body) }
    const { status } = await fetch(url, { method: 'POST', body, headers })
    if (status !== 202) throw new Error(`expected 202 of the receiver, found ${status}`)
    latencies.push(performance.now() - began)
    await wait(10)
  }
}

const at = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

const partsIn = (metrics: string): Record<string, number> =>
  Object.fromEntries(
    [...metrics.matchAll(/zebian_last_release_seconds\{part="(?<part>\w+)"\} (?<s>[\d.]+)/gu)].map(({ groups }) => [
      groups?.['part'] ?? '',
      Math.round(Number(groups?.['s']) * 1000),
    ]),
  )

function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(String(typeof address === 'object' && address !== null ? address.port : 0)))
    })
  })
}

export const publishTable = (reports: readonly PublishReport[]): string =>
  reports
    .map(({ articles, first, live, parts, hook }) => {
      const told = Object.entries(parts).map(([part, ms]) => `${part} ${ms}`)
      return `${String(articles).padStart(6)} articles: the first release after ${first} s; live after ${live.median} ms (at most ${live.worst}); of it ${told.join(', ')}; a hook answered in ${hook.p99} ms at the 99th percentile of ${hook.posted} (at most ${hook.worst})`
    })
    .join('\n')
