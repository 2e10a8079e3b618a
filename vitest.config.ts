/** Projects: `unit` needs nothing but Node; `browser` opens the built site, `studio` the real Studio, in a real Chromium. */
import { defineConfig } from 'vitest/config'

/** One browser at a time: they share two cores with everything else. */
const slow = {
  testTimeout: 180_000,
  hookTimeout: 300_000,
  fileParallelism: false,
  maxConcurrency: 2,
  // What an editor sees at once takes a busy machine seconds.
  expect: { poll: { timeout: 15_000 } },
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/studio/**', '**/*.hosted.test.ts', '**/*.long.test.ts'],
          // A busy machine takes its time; what hangs does so for ever.
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // Left to itself, Vitest leaves one core idle: of two that is half.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: ['**/*.long.test.ts'], ...slow } },
      { test: { name: 'studio', include: ['test/studio/**/*.test.ts'], exclude: ['**/*.long.test.ts'], ...slow } },
      // Against a lake that the environment names: run by npm run test:hosted.
      { test: { name: 'hosted', include: ['test/**/*.hosted.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      // Minutes each: run by npm run test:studio and npm run test:site, not by every npm test.
      { test: { name: 'long', include: ['test/**/*.long.test.ts'], ...slow } },
    ],
  },
})
