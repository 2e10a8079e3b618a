/** Hosted Sanity, or whatever the environment names: run by `npm run test:hosted` alone. */
import { createClient } from '@sanity/client'
import { conformance } from './cases.ts'
import { hostedSettings } from './hosted-settings.ts'

conformance('that the environment names', () => createClient(hostedSettings(process.env)))
