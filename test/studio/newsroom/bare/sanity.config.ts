/** The Studio as it comes, on the same lake: one type with one field, no desk, inputs or language of ours. What it takes is Sanity's. */
import { defineConfig } from 'sanity'
import { structureTool } from 'sanity/structure'
import { studioConfig } from '../../../../sanity/studio/config.ts'
import { SETTINGS } from '../../../../sanity/studio/desk/settings.ts'

/** Without the parts that need Sanity's cloud, as ours is. */
const { form: _form, document: _document, i18n: _words, ...lean } = studioConfig(SETTINGS)

export default defineConfig({
  ...lean,
  plugins: [structureTool({ name: 'desk' })],
  schema: { types: [{ name: 'article', type: 'document', fields: [{ name: 'title', type: 'string' }] }] },
})
