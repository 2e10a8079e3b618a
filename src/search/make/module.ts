/**
 * The search page's script as one file: its name says its content, so that it may be kept for ever.
 *
 *   await searchModule()  →  { address: '/search/find-3f9a0c1d.js', code: 'const e=…' }
 */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

export interface SearchModule {
  address: string
  code: string
}

let made: Promise<SearchModule> | undefined

/** Made once in a process. */
export function searchModule(): Promise<SearchModule> {
  return (made ??= bundled())
}

async function bundled(): Promise<SearchModule> {
  const input = fileURLToPath(new URL('../browser/main.ts', import.meta.url))
  const bundle = await rolldown({ input, platform: 'browser' })
  try {
    const { output } = await bundle.generate({ format: 'es', minify: true })
    if (output.length !== 1) throw new Error(`expected one file from ${input}, found ${output.length}`)
    const [{ code }] = output
    const digest = createHash('sha256').update(code).digest('hex').slice(0, 12)
    return { address: `/search/find-${digest}.js`, code }
  } finally {
    await bundle.close()
  }
}
