/**
 * Preloaded into every contender (`node --import bench/meter.mjs …`): leaves what the process used in the file named by BENCH_METER.
 *
 *   → {"cpu":3.41,"rss":561}   seconds of user and system time since the process began, megabytes at the peak
 *
 * Plain JavaScript, so that no contender pays for reading TypeScript that it does not have.
 */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const file = process.env['BENCH_METER']
  if (file !== undefined)
    writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }))
})
