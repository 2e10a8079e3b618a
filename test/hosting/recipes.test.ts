/**
 * The recipes of docs/publishing hold: every command, flag, variable and folder that they name is one of ours, and their scripts send a
 * site that was published, be it without documents that are named (exit code 3), and stop at one that was not.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join, matchesGlob } from 'node:path'
import { parse as parseToml } from 'smol-toml'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { readSettings } from '../../src/settings.ts'
import { openPaper } from '../site/zebian.ts'
import { commandsIn, runScript } from './recipes.ts'

const FOLDER = 'docs/publishing'
const recipe = (name: string): Promise<string> => readFile(join(FOLDER, name), 'utf8')
const names = (await readdir(FOLDER)).filter((name) => !name.endsWith('.svg'))
const recipes = new Map(
  await Promise.all(names.map(async (name): Promise<[string, string]> => [name, await recipe(name)])),
)

const WORKFLOW = v.object({
  on: v.object({ repository_dispatch: v.object({ types: v.array(v.string()) }) }),
  jobs: v.object({
    publish: v.object({
      steps: v.array(
        v.object({
          uses: v.optional(v.string()),
          run: v.optional(v.string()),
          shell: v.optional(v.string()),
          with: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
          env: v.optional(v.record(v.string(), v.string())),
        }),
      ),
    }),
  }),
})
const workflow = v.parse(WORKFLOW, parseYaml(await recipe('github-actions.yml')))
const { steps } = workflow.jobs.publish
const publishStep = steps.find(({ env }) => env?.['HOOK'] !== undefined)
const netlify = v.parse(
  v.object({
    build: v.object({ command: v.string(), publish: v.string(), environment: v.record(v.string(), v.string()) }),
  }),
  parseToml(await recipe('netlify.toml')),
)
const vercel = v.parse(
  v.object({ installCommand: v.string(), buildCommand: v.string(), outputDirectory: v.string() }),
  JSON.parse(await recipe('vercel.json')),
)

/** A variable that nobody reads changes nothing, whatever is in it. */
function isSetting(name: string): boolean {
  const base = { SANITY_PROJECT_ID: 'abc12' }
  try {
    return JSON.stringify(readSettings({ ...base, [name]: 'zz' })) !== JSON.stringify(readSettings(base))
  } catch {
    return true
  }
}

describe('what the recipes name', () => {
  it('is a command of ours with its flags', async () => {
    const asked = [...recipes].flatMap(([file, text]) => commandsIn(text).map((one) => ({ file, ...one })))
    expect(new Set(asked.map(({ file }) => file))).toEqual(
      new Set(['cloudflare-pages.sh', 'github-actions.yml', 'netlify.toml', 'vercel.json', 'zebian.service']),
    )
    const paper = await openPaper()
    const known = [...new Set(asked.map((one) => one.name))]
    const help = new Map(
      await Promise.all(known.map(async (name) => [name, (await paper.done([name, '--help'])).out] as const)),
    )
    await paper.close()
    for (const { file, name, flags } of asked) {
      expect([file, help.get(name)?.startsWith(`Usage: zebian ${name} `)]).toEqual([file, true])
      expect([file, flags.filter((flag) => help.get(name)?.includes(`${flag} `) !== true)]).toEqual([file, []])
    }
    expect(commandsIn(publishStep?.run ?? '')[0]?.name).toBe('publish')
  })

  it('is a script of the project and a version of Node that it brings', async () => {
    const project = v.parse(
      v.object({ scripts: v.record(v.string(), v.string()) }),
      JSON.parse(await readFile('package.json', 'utf8')),
    )
    for (const text of recipes.values())
      for (const { 1: name = '' } of text.matchAll(/npm run (?:--silent )?(\w+)/gu))
        expect(project.scripts).toHaveProperty(name)
    const [major] = (await readFile('.node-version', 'utf8')).split('.')
    expect(netlify.build.environment['NODE_VERSION']).toBe(major)
    expect(steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))?.with?.['node-version']).toBe(
      Number(major),
    )
  })

  it('is a variable that the settings read', async () => {
    const own = (await recipe('zebian.service')).matchAll(/\b(SANITY_\w+|PUBLISH_\w+|SITE_\w+|LAKE_\w+)=/gu)
    const told = Object.keys(publishStep?.env ?? {}).filter((name) => name !== 'HOOK')
    const all = [...told, ...Array.from(own, ([, name = '']) => name)]
    expect(all.length).toBeGreaterThan(6)
    expect(all.filter((name) => !isSetting(name))).toEqual([])
    expect(isSetting('SANITY_PROJEKT')).toBe(false)
  })

  it('is where releases and the copy of the archive stand, and the folder that is sent', () => {
    const settings = readSettings({ SANITY_PROJECT_ID: 'abc12' })
    const kept = String(steps.find(({ uses }) => uses?.startsWith('actions/cache@'))?.with?.['path'])
      .trim()
      .split('\n')
    for (const path of [settings.site.folder, `${settings.site.folder}.releases`, settings.store.file])
      expect([path, kept.some((glob) => matchesGlob(path, glob))]).toEqual([path, true])
    expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'))?.with?.['path']).toBe('public')
    expect([netlify.build.publish, vercel.outputDirectory]).toEqual(['public', 'public'])
  })

  it('is the event that the webhook of the manual fires', async () => {
    const manual = await readFile('docs/publishing.md', 'utf8')
    const sent = /"event_type": "(?<type>[\w-]+)"/u.exec(manual)?.groups?.['type']
    expect(workflow.on.repository_dispatch.types).toEqual([sent])
  })
})

const HOOK = '{"_id":"article-a","_rev":"r 2","note":"it’s \\"quoted\\" $HOME"}'
const asked = (...more: string[]): string[] => ['run', 'zebian', '--', 'publish', ...more]

const SCRIPTS = [
  {
    name: 'GitHub Actions',
    shell: ['bash', '-o', 'pipefail'],
    script: publishStep?.run ?? '',
    environment: { GITHUB_EVENT_NAME: 'repository_dispatch', HOOK },
    args: ['run', '--silent', 'zebian', '--', 'publish', '--hook', HOOK],
  },
  {
    name: 'GitHub Actions by the clock',
    shell: ['bash', '-o', 'pipefail'],
    script: publishStep?.run ?? '',
    environment: { GITHUB_EVENT_NAME: 'schedule', HOOK: 'null' },
    args: ['run', '--silent', 'zebian', '--', 'publish'],
  },
  {
    name: 'Netlify',
    shell: ['bash'],
    script: netlify.build.command,
    environment: { INCOMING_HOOK_BODY: HOOK },
    args: asked('--hook', HOOK),
  },
  { name: 'Netlify by hand', shell: ['bash'], script: netlify.build.command, environment: {}, args: asked() },
  { name: 'Vercel', shell: ['sh'], script: vercel.buildCommand, environment: {}, args: asked() },
  {
    name: 'Cloudflare Pages',
    shell: ['bash'],
    script: await recipe('cloudflare-pages.sh'),
    environment: {},
    args: asked(),
  },
] satisfies { name: string; shell: [string, ...string[]]; script: string; environment: object; args: string[] }[]

describe.each(SCRIPTS)(
  'the script for $name',
  ({ name, shell: [program = '', ...words], script, environment, args }) => {
    it.each([0, 3])('sends the site when publishing ends with %i', async (code) => {
      const ran = await runScript([program, ...words], script, { code, environment })
      expect(ran).toMatchObject({ code: 0, sent: ['index.html'] })
      expect(ran.asked[0]).toEqual(['npm', ...args])
      expect(ran.asked.slice(1).map((words) => words.slice(0, 5))).toEqual(
        name === 'Cloudflare Pages' ? [['npx', 'wrangler', 'pages', 'deploy', 'public']] : [],
      )
      expect(ran.out.includes('::warning::')).toBe(name.startsWith('GitHub') && code === 3)
    })

    it('stops when nothing was published', async () => {
      const ran = await runScript([program, ...words], script, { code: 1, environment })
      expect([ran.code === 0, ran.sent, ran.asked.length]).toEqual([false, [], 1])
    })
  },
)

it('the workflow’s script is run as GitHub would run it', () => {
  expect(publishStep?.shell).toBe('bash -o pipefail {0}')
})
