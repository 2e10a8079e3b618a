/**
 * Node 22.18 is the first that runs TypeScript files as they are; the project brings 24 with it, as the npm package `node`.
 *
 *   checkNode()  →  nothing, or one line on the error stream and exit code 1
 */
import { pathToFileURL } from 'node:url'

const LEAST = [22, 18]

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return
  console.error(
    `expected Node ${LEAST.join('.')} or newer, found ${process.version}; start through npm (npm start, npm test), and if that says so too, run: npm rebuild node`,
  )
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) checkNode()
