/**
 * A real Caddy on loopback (Debian: apt-get install caddy), with the file that `zebian hosting` wrote.
 *
 *   hasCaddy()                              →  whether there is one on this machine
 *   const caddy = await openCaddy(folder)   →  { url: 'http://127.0.0.1:40123', close() }
 */
import { execFile, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../lake/free-port.ts'
import { until } from './nginx.ts'

export const hasCaddy = (): boolean => spawnSync('caddy', ['version']).status === 0

export async function openCaddy(folder: string): Promise<{ url: string; close(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'zebian-caddy-'))
  const [port, file] = [await freePort(), join(home, 'Caddyfile')]
  const written = await readFile(join(folder, 'Caddyfile'), 'utf8')
  await writeFile(file, `{\n\tadmin off\n\tauto_https off\n}\n${written.replace(':80 {', `:${port} {`)}`)
  const args = ['--adapter', 'caddyfile', '--config', file]
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home }
  await promisify(execFile)('caddy', ['validate', ...args], { env })
  const child = spawn('caddy', ['run', ...args], { stdio: 'ignore', env })
  const url = `http://127.0.0.1:${port}`
  await until(() =>
    fetch(url).then(
      () => true,
      () => false,
    ),
  )
  return {
    url,
    close: async () => {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
      await rm(home, { recursive: true, force: true })
    },
  }
}
