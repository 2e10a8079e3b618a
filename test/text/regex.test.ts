/**
 * No regular expression of the readers takes exponential time, by recheck's judgement.
 *
 * `npm run test:regex` gives it ten seconds for each; here it has a fraction, and what it cannot judge in it is left to that.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parseAst } from 'rolldown/parseAst'
import { beforeAll, describe, expect, it } from 'vitest'

const MILLISECONDS = Number(process.env['RECHECK_MS'] ?? '150')
const ROOT = new URL('../../', import.meta.url)
const FILES = ['src/text/', 'src/import/', 'src/commands/originals/'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }).flatMap((name) =>
    name.endsWith('.ts') ? [folder + name] : [],
  ),
)

interface Expression {
  source: string
  flags: string
}

const found = new Map<string, Expression>()
const keep = (source: string, flags: string): unknown => found.set(`/${source}/${flags}`, { source, flags })

/** Literals, wherever they stand in a file's tree. */
function literalsIn(node: unknown): void {
  if (Array.isArray(node)) for (const one of node) literalsIn(one)
  else if (typeof node === 'object' && node !== null) {
    const { regex } = Object.fromEntries(Object.entries(node))
    if (typeof regex === 'object' && regex !== null && 'pattern' in regex && 'flags' in regex)
      keep(String(regex.pattern), String(regex.flags))
    for (const inside of Object.values(node)) literalsIn(inside)
  }
}

beforeAll(async () => {
  for (const file of FILES) literalsIn(parseAst(readFileSync(new URL(file, ROOT), 'utf8'), { lang: 'ts' }))
  // What packages make of their own is theirs.
  for (const name of ['markdown-it', 'luxon', 'parse5', 'warcio', 'postal-mime', 'yauzl']) await import(name)
  // Those that are put together when a module is loaded are seen as they are made.
  const { RegExp: Own } = globalThis
  globalThis.RegExp = new Proxy(Own, {
    construct(target, [pattern, flags], made) {
      if (typeof pattern === 'string') keep(pattern, String(flags ?? ''))
      return Reflect.construct(target, [pattern, flags], made)
    },
  })
  try {
    for (const file of FILES) await import(new URL(file, ROOT).href)
  } finally {
    globalThis.RegExp = Own
  }
})

describe('the readers’ regular expressions', () => {
  it(`are none of them exponential, as far as ${MILLISECONDS} ms for each can tell`, async () => {
    process.env['RECHECK_BACKEND'] = 'pure'
    const { checkSync } = await import('recheck')
    const judged = [...found].map(([name, { source, flags }]) => {
      const judgement = checkSync(source, flags, { timeout: MILLISECONDS, checker: 'automaton' })
      return { name, status: judgement.status, type: 'complexity' in judgement ? judgement.complexity.type : undefined }
    })
    const unknown = judged.filter(({ status }) => status === 'unknown')
    console.log(
      `${judged.length} expressions: ${judged.length - unknown.length} judged, ${unknown.length} not in ${MILLISECONDS} ms each.`,
    )
    if (MILLISECONDS > 1000) for (const { name } of unknown) console.log(`not judged: ${name.slice(0, 160)}`)
    expect(judged.filter(({ type }) => type === 'exponential').map(({ name }) => name)).toEqual([])
    expect(judged.length).toBeGreaterThan(60)
  })
})
