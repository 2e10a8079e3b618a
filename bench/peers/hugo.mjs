/**
 * Runs Hugo, which is no Node program, for the meter to measure.
 *
 *   node --import bench/meter.mjs bench/peers/hugo.mjs SOURCE FOLDER   →  exit code as Hugo's
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const [, , source, folder] = process.argv
const child = spawn('hugo', ['--source', source, '--destination', folder, '--quiet'], { stdio: 'inherit' })
// Its peak can be read only while it runs.
const watch = setInterval(() => {
  const peak = /VmHWM:\s+(?<kilobytes>\d+)/u.exec(readIfThere(`/proc/${child.pid}/status`))?.groups?.kilobytes
  if (peak !== undefined) process.env['BENCH_PEAK'] = String(Number(peak) / 1024)
}, 50)
child.on('exit', (code) => {
  clearInterval(watch)
  process.exitCode = code ?? 1
})
child.on('error', (error) => {
  clearInterval(watch)
  console.error(`expected Hugo on this machine (apt-get install hugo), found: ${error.message}`)
  process.exitCode = 1
})

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
