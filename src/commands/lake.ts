/**
 * `zebian lake`: the embedded lake on a port, for a Studio or any other client.
 *
 *   zebian lake  →  Lake http://localhost:3333 on .zebian/lake.sqlite (project zebian, dataset production).
 *                   Changes need its token, kept in .zebian/lake.sqlite.token; a browser signs in at http://localhost:3333/sign-in?token=…
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openLake, STUDIO_ROOM } from '../lake/lake.ts'
import { serveLake } from '../lake/serve.ts'
import type { Settings } from '../settings.ts'
import { hooksBeside } from './hooks.ts'
import { stopSignal } from './start.ts'
import { lakeToken } from './token.ts'

export async function lakeCommand(all: Settings): Promise<void> {
  const { lake: settings } = all
  const { file, port } = settings
  mkdirSync(dirname(file), { recursive: true })
  const lake = openLake({ file, publicUrl: `http://localhost:${port}`, room: STUDIO_ROOM })
  const served = await serveLake(lake, { port, token: lakeToken(settings) })
  console.log(`Lake ${served.url} on ${file} (project zebian, dataset production). Ctrl-C stops.`)
  console.log(`Changes need its token, kept in ${file}.token; a browser signs in at ${served.signIn}`)
  const sender = lake.sendHooks(await hooksBeside(all))
  await stopSignal()
  await sender.close()
  await served.close()
  lake.close()
}
