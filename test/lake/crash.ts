/**
 * Eight writers on a lake in another process, and the checker that reads the file after that process was killed.
 *
 *   await writeUntilKilled('lake.db', 120, log, 0)   →  what was acknowledged, what was still under way
 *   problemsOf('lake.db', log)                           →  []
 *
 * The checker looks at the file with SQLite alone: the lake is not asked whether it did well.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { isRecord } from '../../src/lake/json.ts'
import { configure } from './connect.ts'

export interface CrashLog {
  readonly acknowledged: Set<string>
  /** Sent, and neither acknowledged nor refused: may be in the file or not, but never in part. */
  readonly underWay: Set<string>
}

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url))
const WRITERS = 8

export function newLog(): CrashLog {
  return { acknowledged: new Set(), underWay: new Set() }
}

export async function startChild(file: string, port = '0'): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [CHILD, file, port], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line]: unknown[] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}

/** Kills the process once eight writers at work have heard of `count` more transactions. Their log goes on from round to round. */
export async function writeUntilKilled(file: string, count: number, log: CrashLog, round: number): Promise<void> {
  const { child, url } = await startChild(file)
  const gone = once(child, 'exit')
  const enough = log.acknowledged.size + count
  const until = (): boolean => {
    if (log.acknowledged.size < enough) return false
    child.kill('SIGKILL')
    return true
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(url, log, `${round}-${writer}`, until)))
  await gone
}

/** Two-document transactions (one side up, the other down) and a counter under revision check, by turns. */
export async function write(url: string, log: CrashLog, name: string, until: () => boolean): Promise<void> {
  const client = configure({ apiHost: url, useProjectHostname: false })
  for (let n = 0; !until(); n += 1) {
    const id = `${n % 2 === 0 ? 'pair' : 'count'}-${name}-${n}`
    const sides = { _type: 'side', n: 0, text: '字'.repeat(400) }
    try {
      const counter = n % 2 === 0 ? undefined : await client.getDocument('counter')
      const transaction = client.transaction().transactionId(id)
      log.underWay.add(id)
      if (n % 2 === 0) {
        transaction.createIfNotExists({ ...sides, _id: 'left' }).createIfNotExists({ ...sides, _id: 'right' })
        transaction
          .patch('left', { inc: { n: 1 } })
          .patch('right', { dec: { n: 1 } })
          .create({ ...sides, _id: `of-${id}` })
      } else if (counter === undefined) transaction.create({ _id: 'counter', _type: 'counter', n: 1 })
      // Set to what was read plus one, as an editor would: only the revision check keeps one from undoing another.
      else
        transaction.patch('counter', (patch) => patch.ifRevisionId(counter._rev).set({ n: Number(counter['n']) + 1 }))
      await transaction.commit()
      log.underWay.delete(id)
      log.acknowledged.add(id)
    } catch (error) {
      // A refusal is a certain answer: not done. Anything else leaves it open.
      if (isRecord(error) && error['statusCode'] === 409) log.underWay.delete(id)
    }
  }
}

export function problemsOf(file: string, log: CrashLog): string[] {
  const db = new DatabaseSync(file)
  try {
    const integrity = String(Object.values(db.prepare('PRAGMA integrity_check').get() ?? {})[0])
    const done = new Set(
      db
        .prepare('SELECT id FROM trx')
        .all()
        .map(({ id }) => String(id)),
    )
    const rows = db.prepare('SELECT id, rev, body FROM document').all()
    const documents = new Map(rows.map(({ id, body }) => [String(id), read(body)]))
    const pairs = [...done].filter((id) => id.startsWith('pair-'))
    const counts = [...done].filter((id) => id.startsWith('count-'))
    const problems = [
      integrity === 'ok' ? [] : [`integrity_check: ${integrity}`],
      [...log.acknowledged].filter((id) => !done.has(id)).map((id) => `lost: ${id}`),
      [...done].filter((id) => !log.acknowledged.has(id) && !log.underWay.has(id)).map((id) => `from nowhere: ${id}`),
      pairs.filter((id) => documents.get(`of-${id}`)?.['_rev'] !== id).map((id) => `torn: ${id}`),
      [...documents.keys()].filter((id) => id.startsWith('of-') && !done.has(id.slice(3))).map((id) => `torn: ${id}`),
      expected('left', documents.get('left')?.['n'] ?? 0, pairs.length),
      expected('right', documents.get('right')?.['n'] ?? 0, -pairs.length),
      expected('counter', documents.get('counter')?.['n'] ?? 0, counts.length),
    ]
    return problems.flat()
  } finally {
    db.close()
  }
}

function expected(name: string, found: unknown, count: number): string[] {
  // `-0 === 0`: an empty lake has no sides.
  return found === count ? [] : [`lost update: ${name} is ${String(found)}, ${count} were committed`]
}

function read(body: unknown): Record<string, unknown> {
  const value: unknown = body instanceof Uint8Array ? JSON.parse(Buffer.from(body).toString()) : undefined
  return isRecord(value) ? value : {}
}
