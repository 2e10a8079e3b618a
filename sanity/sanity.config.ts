/** The editors' desk: the schema in Sanity Studio, in Chinese, on the embedded lake or on hosted Sanity. */
import { defineConfig } from 'sanity'
import { studioConfig } from './studio/config.ts'
import { SETTINGS } from './studio/desk/settings.ts'

export default defineConfig(studioConfig(SETTINGS))
