/**
 * Settings of Sanity's own command line: building the Studio, extracting the schema and TypeGen need no account.
 *
 *   sanity build                                     →  dist/, for the embedded lake, to be served at /studio/
 *   SANITY_STUDIO_PROJECT_ID=abc12 sanity build      →  dist/, for hosted Sanity
 */
import { defineCliConfig } from 'sanity/cli'
import { ownPage, ownStyles, SCRIPT_FILE } from './studio/desk/page.ts'
import { SETTINGS } from './studio/desk/settings.ts'

const BASE_PATH = process.env['SANITY_STUDIO_BASEPATH'] ?? '/studio'

/** A browser has no environment: what is not set must be written into its code as well, as nothing. */
const NAMES = ['PROJECT_ID', 'DATASET', 'SITE_URL', 'BASEPATH'].map((name) => `SANITY_STUDIO_${name}`)
const written = Object.fromEntries(
  NAMES.map((name) => [`process.env.${name}`, JSON.stringify(process.env[name] ?? '')]),
)

export default defineCliConfig({
  api: { projectId: SETTINGS.projectId, dataset: SETTINGS.dataset },
  project: { basePath: BASE_PATH },
  deployment: { autoUpdates: false },
  reactStrictMode: false,
  vite: (config) => ({
    ...config,
    define: { ...config.define, ...written },
    plugins: [
      config.plugins,
      {
        name: 'zebian-page',
        apply: 'build',
        generateBundle: {
          // After Sanity's own plugin, which makes the page.
          order: 'post',
          handler(_, bundle) {
            const page = bundle['index.html']
            if (page?.type !== 'asset') throw new Error('expected index.html among the files of the build, found none')
            const { html, script } = ownPage(String(page.source), { basePath: BASE_PATH, embedded: SETTINGS.embedded })
            page.source = html
            this.emitFile({ type: 'asset', fileName: SCRIPT_FILE, source: script })
            for (const file of Object.values(bundle)) {
              if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = ownStyles(String(file.source))
            }
          },
        },
      },
    ],
  }),
  typegen: {
    path: ['../src/content/queries.ts'],
    schema: 'schema.json',
    generates: 'types.ts',
    overloadClientMethods: true,
    formatGeneratedCode: false,
  },
})
