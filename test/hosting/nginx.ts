/**
 * A real nginx on loopback: Debian’s nginx-light, which is installed where it is missing.
 *
 *   const nginx = await openNginx(folder)   →  { url: 'http://127.0.0.1:40123', close() }; throws in one line where none can be had
 *   await startNginx((port) => `server { listen 127.0.0.1:${port}; … }`)   →  the same of any configuration
 */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const PROGRAM = '/usr/sbin/nginx'

function programPath(): string {
  if (existsSync(PROGRAM)) return PROGRAM
  const root = process.getuid?.() === 0
  if (!root || !existsSync('/usr/bin/apt-get'))
    throw new Error(
      'expected nginx for the tests of hosting, found none; install it (Debian: apt-get install nginx-light)',
    )
  console.log('Installing Debian’s nginx-light for the tests of hosting …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
  execFileSync('apt-get', ['install', '-qy', 'nginx-light'], { stdio: 'ignore', env })
  return PROGRAM
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

interface Running {
  url: string
  close(): Promise<void>
}

/** A folder that `zebian hosting` wrote in, the server out. */
export const openNginx = (folder: string): Promise<Running> =>
  startNginx(
    (port) => `  include ${folder}/nginx-http.conf;
  server { listen 127.0.0.1:${port}; include ${folder}/nginx-server.conf; }
`,
  )

/** What stands in `http { }`, by the port that it is to listen at and a folder of its own in, the server out. */
export async function startNginx(configuration: (port: number, home: string) => string): Promise<Running> {
  const program = programPath()
  const home = await mkdtemp(join(tmpdir(), 'zebian-nginx-'))
  const port = await freePort()
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  await writeFile(
    join(home, 'nginx.conf'),
    `daemon off; pid ${home}/pid; error_log ${home}/error.log; worker_processes 1; user root;
events { worker_connections 64; }
http {
  include /etc/nginx/mime.types; access_log off;
  ${temporary.map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
${configuration(port, home)}}
`,
  )
  await promisify(execFile)(program, ['-t', '-c', join(home, 'nginx.conf')])
  const child = spawn(program, ['-c', join(home, 'nginx.conf')], { stdio: 'ignore' })
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

/** Asked again until it is so: a server has no way to say that it listens. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await isSo()) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('expected the server to answer within five seconds, found that it does not')
}
