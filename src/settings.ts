/**
 * The environment, read in one place and described by one schema; with nothing set, everything runs on the embedded lake.
 *
 *   readSettings({})                             →  { lake: { file: '.zebian/lake.sqlite', port: 3333 }, site: { folder: '_site', port: 8080 } }
 *   readSettings({ SANITY_PROJECT_ID: 'abc12' })  →  … and { hosted: { projectId: 'abc12', dataset: 'production', … } }
 *   readSettings({ SITE_PORT: 'x' })              →  throws: expected a port … found “x” in SITE_PORT …
 */
import * as v from 'valibot'

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/u, 'a port from 0 to 65535'),
  v.transform(Number),
  v.maxValue(65_535, 'a port from 0 to 65535'),
)
const milliseconds = v.pipe(v.string(), v.regex(/^\d{1,7}$/u, 'a number of milliseconds'), v.transform(Number))
const count = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/u, 'a number from 1 to 9999'), v.transform(Number))
const secrets = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((one) => one.trim())),
  v.transform((all) => all.filter((one) => one !== '')),
  v.maxLength(2, 'one secret, or two with a comma between them while one replaces the other'),
)
const address = v.pipe(v.string(), v.url('an address such as https://example.org'))
const name = (what: string) =>
  v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]*$/u, `${what} of small letters, digits and hyphens`))

const ENVIRONMENT = v.object({
  SANITY_PROJECT_ID: v.optional(name('a project id')),
  SANITY_DATASET: v.optional(name('a dataset'), 'production'),
  SANITY_TOKEN: v.optional(v.string()),
  SANITY_API_HOST: v.optional(address),
  SANITY_TIMEOUT: v.optional(milliseconds, '60000'),
  LAKE_FILE: v.optional(v.string(), '.zebian/lake.sqlite'),
  LAKE_PORT: v.optional(port, '3333'),
  LAKE_TOKEN: v.optional(v.string()),
  STORE_FILE: v.optional(v.string()),
  BUILD_THREADS: v.optional(count),
  SITE_FOLDER: v.optional(v.string(), '_site'),
  SITE_PORT: v.optional(port, '8080'),
  SITE_HOST: v.optional(v.string(), '127.0.0.1'),
  RELEASES_KEPT: v.optional(count, '5'),
  PUBLISH_SECRET: v.optional(secrets, ''),
  PUBLISH_INTERVAL: v.optional(milliseconds, '300000'),
})

export interface Settings {
  /** Present when a project id is set: documents come from hosted Sanity, or from whatever speaks its API at `apiHost`. */
  hosted: Hosted | undefined
  lake: { file: string; port: number; token: string | undefined }
  /** The site's own copy of the archive, and which lake it is a copy of. */
  store: { file: string; of: string }
  /** How many threads draw a whole site; undefined: as many as are worth it. */
  build: { threads: number | undefined }
  site: { folder: string; port: number; host: string }
  publish: {
    /** Releases to keep, today's among them. */
    kept: number
    /** What hooks are signed with; two while one replaces the other. */
    secrets: readonly string[]
    /** Milliseconds between two looks whether readers have what the lake has. */
    interval: number
  }
}

export interface Hosted {
  projectId: string
  dataset: string
  token: string | undefined
  apiHost: string | undefined
  /** How long one answer may take, in milliseconds. */
  timeout: number
}

/** An environment in, settings out. Throws naming the variable, what was expected and what was found. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const read = v.safeParse(ENVIRONMENT, set)
  if (!read.success) {
    const [issue] = read.issues
    throw new Error(
      `expected ${issue.message}, found “${String(issue.input)}” in ${v.getDotPath(issue) ?? 'the environment'}; correct it or unset it`,
    )
  }
  const { SANITY_PROJECT_ID: projectId, ...rest } = read.output
  return {
    hosted:
      projectId === undefined
        ? undefined
        : {
            projectId,
            dataset: rest.SANITY_DATASET,
            token: rest.SANITY_TOKEN,
            apiHost: rest.SANITY_API_HOST,
            timeout: rest.SANITY_TIMEOUT,
          },
    lake: { file: rest.LAKE_FILE, port: rest.LAKE_PORT, token: rest.LAKE_TOKEN },
    store: storeOf(projectId, rest),
    build: { threads: rest.BUILD_THREADS },
    site: { folder: rest.SITE_FOLDER, port: rest.SITE_PORT, host: rest.SITE_HOST },
    publish: {
      kept: rest.RELEASES_KEPT,
      secrets: rest.PUBLISH_SECRET,
      interval: rest.PUBLISH_INTERVAL,
    },
  }
}

/** Beside the lake's file, under another name for each lake. */
function storeOf(
  projectId: string | undefined,
  {
    LAKE_FILE: lake,
    SANITY_DATASET: dataset,
    SANITY_API_HOST: host,
    STORE_FILE: file,
  }: v.InferOutput<typeof ENVIRONMENT>,
): Settings['store'] {
  if (projectId === undefined) return { file: file ?? `${lake}.store`, of: 'the embedded lake' }
  const folder = lake.slice(0, lake.lastIndexOf('/') + 1)
  return { file: file ?? `${folder}${projectId}-${dataset}.store`, of: `${projectId} ${dataset} ${host ?? ''}` }
}
