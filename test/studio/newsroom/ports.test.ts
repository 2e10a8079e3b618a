/** `zebian start` where another program already stands: one line, no stack, and the command ends. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../lake/free-port.ts'
import { ROOT } from '../../site/zebian.ts'

let home = ''
let taken: Server
let port = 0

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zebian-ports-'))
  // A site that stands is served before the next is built: nothing to wait for.
  await mkdir(join(home, 'site'))
  port = await freePort()
  taken = createServer().listen(port, '127.0.0.1')
})
afterAll(async () => {
  taken.close()
  await rm(home, { recursive: true, force: true })
})

test.each(['LAKE_PORT', 'SITE_PORT'])('a taken %s is said in one line, and the command ends', async (name) => {
  const ports = { LAKE_PORT: String(await freePort()), SITE_PORT: String(await freePort()), [name]: String(port) }
  const { code, stderr } = await start(ports)
  expect(stderr.trim()).toMatch(new RegExp(`^zebian: expected port ${port} .*, found .*; stop .*$`, 'iu'))
  expect(code).toBe(1)
})

function start(ports: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, LAKE_FILE: join(home, 'lake.sqlite'), SITE_FOLDER: join(home, 'site'), ...ports }
  return new Promise((done) => {
    const child = execFile(process.execPath, ['tools/zebian.mjs', 'start'], { cwd: ROOT, env }, (_, __, stderr) =>
      done({ code: child.exitCode, stderr }),
    )
  })
}
