/**
 * `zebian lake`: the embedded lake on a port, for a Studio or any other client.
 *
 *   zebian lake  →  Lake http://localhost:3333 on .zebian/lake.sqlite (project zebian, dataset production)
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openLake } from '../lake/lake.ts'
import { serveLake } from '../lake/serve.ts'
import type { Settings } from '../settings.ts'
import { stopSignal } from './start.ts'

export async function lakeCommand({ lake: { file, port, token } }: Settings): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const lake = openLake({ file, publicUrl: `http://localhost:${port}`, ...(token === undefined ? {} : { token }) })
  const served = await serveLake(lake, { port })
  console.log(`Lake ${served.url} on ${file} (project zebian, dataset production). Ctrl-C stops.`)
  await stopSignal()
  await served.close()
  lake.close()
}
