/** The editors' desk: the schema in Sanity Studio, in Chinese. */
import { zhHansLocale } from '@sanity/locale-zh-hans'
import { defineConfig } from 'sanity'
import { structureTool } from 'sanity/structure'
import { schemaTypes } from './schema/index.ts'

export default defineConfig({
  title: '责编',
  projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'zebian',
  dataset: process.env['SANITY_STUDIO_DATASET'] ?? 'production',
  plugins: [structureTool(), zhHansLocale()],
  schema: { types: schemaTypes },
})
