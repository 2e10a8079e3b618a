/**
 * `zebian start` in a child process, on a lake file and a site folder that are not there yet: a fresh clone after `npm start`.
 *
 *   const press = await openPress()              the lake was empty, so that it now holds the sample
 *   press.signIn                                 →  'http://localhost:41233/sign-in?token=…', as it was printed
 *   await press.kill(); await press.start()      the power goes and comes back; same lake, same addresses
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { freePort } from '../../lake/free-port.ts'
import { ROOT } from '../../site/zebian.ts'

export interface Press {
  /** What the terminal printed as 编辑台, 内容库 and 网站. */
  signIn: string
  lake: string
  site: string
  /** Unmodified, over the port, sees drafts. */
  client: SanityClient
  start(): Promise<void>
  /** As when the power goes: nothing is flushed, nobody is told. */
  kill(): Promise<void>
  close(): Promise<void>
}

const TOKEN = 'sk-newsroom'

export async function openPress(): Promise<Press> {
  const home = await mkdtemp(join(tmpdir(), 'zebian-press-'))
  const own = {
    LAKE_FILE: join(home, 'lake.sqlite'),
    LAKE_PORT: String(await freePort()),
    LAKE_TOKEN: TOKEN,
    SITE_FOLDER: join(home, 'site'),
    SITE_PORT: String(await freePort()),
  }
  let child = spawnStart(own)
  const start = async (): Promise<[string, string, string]> => {
    const printed = await printedBy(child)
    return [addressIn(printed, '编辑台'), addressIn(printed, '内容库'), addressIn(printed, '网站')]
  }
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const [signIn, lake, site] = await start()
  return {
    signIn,
    lake,
    site,
    client: createClient({
      projectId: 'zebian',
      dataset: 'production',
      apiHost: lake,
      useProjectHostname: false,
      apiVersion: '2025-02-19',
      useCdn: false,
      perspective: 'raw',
      token: TOKEN,
    }),
    start: async () => {
      child = spawnStart(own)
      await start()
    },
    kill,
    close: async () => {
      await kill()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Nothing of the tester's environment reaches the command. */
function spawnStart(own: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  return spawn(process.execPath, ['tools/zebian.mjs', 'start'], {
    cwd: ROOT,
    env: { PATH, HOME, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** All that it prints until it says how it is stopped; its pipes are read on, or it would stand still one day. */
function printedBy(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let printed = ''
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString()
      if (printed.includes('Ctrl-C stops.')) done(printed)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) =>
      fail(new Error(`expected three addresses of zebian start, found code ${code}:\n${printed}`)),
    )
  })
}

function addressIn(printed: string, name: string): string {
  const address = new RegExp(`${name}\\s+(http\\S+)`, 'u').exec(printed)?.[1]
  if (address === undefined) throw new Error(`expected an address after ${name}, found:\n${printed}`)
  return address
}
