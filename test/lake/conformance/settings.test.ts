import { expect, test } from 'vitest'
import { hostedSettings } from './hosted-settings.ts'

const ALL = { SANITY_TEST_PROJECT_ID: 'abc12', SANITY_TEST_DATASET: 'test', SANITY_TEST_TOKEN: 'sk' }

test('a run against another lake says in one line which variables are missing', () => {
  expect(() => hostedSettings({ ...ALL, SANITY_TEST_TOKEN: '' })).toThrow(
    /^expected .*, found no SANITY_TEST_TOKEN; .*$/u,
  )
  expect(hostedSettings(ALL)).toMatchObject({ projectId: 'abc12', dataset: 'test', token: 'sk' })
})
