/**
 * A reader that never stops: opens pages through the link as a web server does, and counts what was torn, missing or mixed.
 *
 *   In a worker thread: { site, ids, counts }  →  counts, shared: [reads, torn, missing, mixed]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'

interface Order {
  site: string
  ids: string[]
  counts: Int32Array
}
const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' && value !== null && 'counts' in value && value.counts instanceof Int32Array

const order: unknown = workerData
if (isOrder(order)) read(order)

function read({ site, ids, counts }: Order): void {
  for (const path of ['index.html', ...ids.map((id) => `a/${id}.html`)]) {
    Atomics.add(counts, 0, 1)
    const wrong = look(join(site, path))
    if (wrong !== undefined) Atomics.add(counts, wrong, 1)
  }
  // Between two looks the machine is left to those who are being looked at.
  setTimeout(() => read({ site, ids, counts }), 8)
}

/** 1 torn, 2 missing, 3 of two releases; undefined: as it should be. */
function look(path: string): 1 | 2 | 3 | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return 2
  }
  const head = /<title>(?<n>\d+)<\/title>/u.exec(text)?.groups?.['n']
  const foot = /<p>(?<n>\d+)<\/p><\/body><\/html>\n$/u.exec(text)?.groups?.['n']
  if (head === undefined || foot === undefined) return 1
  return head === foot ? undefined : 3
}
