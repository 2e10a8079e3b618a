/**
 * The suite of poison documents among ten thousand good articles: a process of its own, for its tests are the judge.
 *
 *   await poisonAmong(10_000, console.log)   →  { articles: 10000, good: true, told: 'Tests  56 passed (56)' }
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Poisoned {
  articles: number
  good: boolean
  /** The test runner's own last word. */
  told: string
}

/** How the suite begins a line about how far it has come. */
const STAGE = 'poison: '

export async function poisonAmong(articles: number, say: (line: string) => void): Promise<Poisoned> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/publish/poison']
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ARTICLES: String(articles), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const text = chunk.toString()
    printed += text
    for (const line of text.split('\n')) if (line.startsWith(STAGE)) say(line.slice(STAGE.length))
  })
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0) console.error(printed)
  return { articles, good: code === 0, told: /Tests\s+(?<told>.*)/u.exec(printed)?.groups?.['told'] ?? 'no tests' }
}
