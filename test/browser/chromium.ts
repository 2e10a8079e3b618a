/**
 * A real Chromium for the tests: the one named by CHROMIUM, one that is installed, or Debian's, which is then installed.
 *
 *   const browser = await openChromium()   →  a playwright-core Browser; throws in one line where none can be had
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Off: everything that would reach for the network or an account. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openChromium(port?: number): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: port === undefined ? FLAGS : [...FLAGS, `--remote-debugging-port=${port}`],
  })
}

function chromiumPath(): string {
  const named = process.env['CHROMIUM']
  if (named !== undefined && named !== '') return named
  const found = USUAL.find(existsSync)
  if (found !== undefined) return found
  const root = process.getuid?.() === 0
  if (!root || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      'expected Chromium for the browser tests, found none; install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM=/path/to/it',
    )
  }
  console.log('Installing Debian’s Chromium and a Chinese font for the browser tests …')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env: environment })
  execFileSync('apt-get', ['install', '-qy', 'chromium', 'fonts-noto-cjk'], { stdio: 'ignore', env: environment })
  return '/usr/bin/chromium'
}
