/**
 * Preloaded into every contender (`node --import bench/meter.mjs …`): leaves what the process used in the file named by BENCH_METER.
 *
 *   → {"cpu":3.41,"rss":561}   seconds of user and system time since the process began, megabytes at the peak
 *
 * With what programs that it started and waited for have used, where the system tells (Linux). Plain JavaScript, so that no contender
 * pays for reading TypeScript that it does not have.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Seconds; the system counts in hundredths: proc(5), cutime and cstime. */
function childrenTime() {
  if (!existsSync('/proc/self/stat')) return 0
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) / 100
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const file = process.env['BENCH_METER']
  const cpu = (userCPUTime + systemCPUTime) / 1e6 + childrenTime()
  const rss = Math.max(maxRSS / 1024, Number(process.env['BENCH_PEAK'] ?? 0))
  if (file !== undefined) writeFileSync(file, JSON.stringify({ cpu, rss }))
})
