/**
 * A site built by the real command from a lake of its own, served for a browser.
 *
 *   const site = await buildForBrowser(['sample'], …)  →  { url: 'http://localhost:40123/', folder, close }
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDoor, type Door } from '../../src/client.ts'
import { serveSite } from '../../src/publish/site/serve.ts'
import { readSettings } from '../../src/settings.ts'

const run = promisify(execFile)

export interface BrowserSite {
  url: string
  folder: string
  close(): Promise<void>
}

/** Commands (`['sample']`, `['import', 'a.txt']`) and what to change in the lake before the build in, the served site out. */
export async function buildForBrowser(
  commands: readonly string[][],
  mend: (door: Door) => Promise<void> = async () => {},
): Promise<BrowserSite> {
  const home = await mkdtemp(join(tmpdir(), 'zebian-browser-'))
  const environment = { ...process.env, LAKE_FILE: join(home, 'lake.sqlite'), SITE_FOLDER: join(home, 'site') }
  const zebian = (words: readonly string[]) =>
    run(process.execPath, ['tools/zebian.mjs', ...words], { env: environment })
  for (const words of commands) await zebian(words)
  const door = openDoor(readSettings(environment))
  await mend(door)
  door.close()
  await zebian(['build'])
  const served = await serveSite(environment.SITE_FOLDER, 0)
  return {
    url: served.url,
    folder: environment.SITE_FOLDER,
    close: async () => {
      await served.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
