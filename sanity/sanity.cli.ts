/** Settings of Sanity's own command line: schema extraction and TypeGen need no account. */
import { defineCliConfig } from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'zebian',
    dataset: process.env['SANITY_STUDIO_DATASET'] ?? 'production',
  },
  deployment: { autoUpdates: false },
  typegen: {
    path: ['../src/content/queries.ts'],
    schema: 'schema.json',
    generates: 'types.ts',
    overloadClientMethods: true,
    formatGeneratedCode: false,
  },
})
