/**
 * Which lake `npm run test:hosted` asks: a dataset for tests, never one that a paper lives in.
 *
 *   SANITY_TEST_PROJECT_ID=abc12 SANITY_TEST_DATASET=test SANITY_TEST_TOKEN=sk… npm run test:hosted
 *   SANITY_TEST_API_HOST=http://localhost:3333 …   another server that speaks the API
 *
 * Run as a program it says in one line what is missing, and ends with code 1.
 */
import { fileURLToPath } from 'node:url'
import type { ClientConfig } from '@sanity/client'

const NEEDED = ['SANITY_TEST_PROJECT_ID', 'SANITY_TEST_DATASET', 'SANITY_TEST_TOKEN'] as const

export function hostedSettings(environment: Readonly<Record<string, string | undefined>>): ClientConfig {
  const missing = NEEDED.filter((name) => (environment[name] ?? '') === '')
  if (missing.length > 0)
    throw new Error(
      `expected ${NEEDED.join(', ')} of a dataset for tests, found no ${missing.join(', ')}; set them and run again`,
    )
  const [projectId, dataset, token] = NEEDED.map((name) => environment[name] ?? '')
  const apiHost = environment['SANITY_TEST_API_HOST'] ?? ''
  return {
    ...(projectId === undefined || dataset === undefined || token === undefined ? {} : { projectId, dataset, token }),
    ...(apiHost === '' ? {} : { apiHost, useProjectHostname: false }),
    apiVersion: '2025-02-19',
    useCdn: false,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    hostedSettings(process.env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
