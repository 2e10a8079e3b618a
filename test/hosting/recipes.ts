/**
 * The recipes of docs/publishing as machines read them, and their scripts run with programs that only say what they were asked.
 *
 *   commandsIn('npm run zebian -- publish --force || [ $? = 3 ]')     →  [{ name: 'publish', flags: ['--force'] }]
 *   await runScript('bash', script, { code: 3, environment: {} })     →  { code: 0, asked: [['npm', 'run', …]], sent: ['index.html'] }
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Asked {
  name: string
  flags: string[]
}

/** Every command of ours that a recipe starts, through npm or by its file. */
export const commandsIn = (recipe: string): Asked[] =>
  [...recipe.matchAll(/(?:npm run (?:--silent )?zebian --|tools\/zebian\.mjs) (?<name>\w+)(?<rest>[^|&)\n]*)/gu)].map(
    ({ groups }) => ({
      name: groups?.['name'] ?? '',
      flags: [...(groups?.['rest'] ?? '').matchAll(/--[\w-]+/gu)].map(([flag]) => flag),
    }),
  )

interface RunOptions {
  /** How `zebian publish` ends; with 1 there is no site. */
  code: number
  environment?: Record<string, string>
}

export interface Ran {
  code: number | null
  /** Arguments of each program that was started, its name first. */
  asked: string[][]
  /** What stands in the folder that is sent to the host. */
  sent: string[]
  out: string
}

/** Says what it was asked, an argument a line, and behaves as `zebian publish` does. */
const NPM = `#!/bin/sh
{ echo npm; printf '%s\\n' "$@"; echo; } >> "$RECORD"
echo '未上网　article-x　…'
[ "$CODE" = 1 ] || { mkdir -p _site.releases/000001/site; echo page > _site.releases/000001/site/index.html; ln -sfn _site.releases/000001/site _site; }
exit "$CODE"
`
const NPX = `#!/bin/sh
{ echo npx; printf '%s\\n' "$@"; echo; } >> "$RECORD"
`

/** In a folder of its own, by the shell that the host uses: its words, with the script's file last. */
export async function runScript(
  shell: readonly [string, ...string[]],
  script: string,
  { code, environment = {} }: RunOptions,
): Promise<Ran> {
  const home = await mkdtemp(join(tmpdir(), 'zebian-recipe-'))
  const [bin, cwd, record] = [join(home, 'bin'), join(home, 'checkout'), join(home, 'record')]
  try {
    for (const folder of [bin, cwd]) await mkdir(folder)
    for (const [name, text] of [
      ['npm', NPM],
      ['npx', NPX],
    ] as const) {
      await writeFile(join(bin, name), text)
      await chmod(join(bin, name), 0o755)
    }
    await writeFile(join(home, 'script'), script)
    const [program, ...words] = shell
    const { PATH = '' } = process.env
    const env = { PATH: `${bin}:${PATH}`, RECORD: record, CODE: String(code) }
    const child = spawn(program, [...words, join(home, 'script')], {
      cwd,
      env: { ...env, GITHUB_STEP_SUMMARY: join(home, 'summary'), ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    const [ended]: unknown[] = await once(child, 'close')
    const asked = await readFile(record, 'utf8').catch(() => '')
    return {
      code: typeof ended === 'number' ? ended : null,
      asked: asked.split('\n\n').flatMap((one) => (one === '' ? [] : [one.split('\n')])),
      sent: await readdir(join(cwd, 'public')).catch(() => []),
      out,
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
