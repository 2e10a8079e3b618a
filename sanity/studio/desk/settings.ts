/**
 * What the Studio was built for: read from the environment of the build, for a browser has none.
 *
 *   nothing set                        →  { projectId: 'zebian', dataset: 'production', embedded: true, live: '/studio/live/' }
 *   SANITY_STUDIO_PROJECT_ID=abc12     →  { projectId: 'abc12', …, embedded: false }   (hosted Sanity)
 *   SANITY_STUDIO_SITE_URL=https://…   →  { …, live: 'https://…/live/' }
 *
 * Each name is written out in full: the build (sanity.cli.ts) replaces exactly these words by their values.
 */
export interface StudioSettings {
  projectId: string
  dataset: string
  /** Whether documents come from the lake that serves the Studio. */
  embedded: boolean
  /** Where the badge asks what is live: on the embedded lake whoever serves the Studio knows; hosted, nobody is asked unless set. */
  live: string | undefined
}

const PROJECT = process.env['SANITY_STUDIO_PROJECT_ID'] ?? ''
const SITE = process.env['SANITY_STUDIO_SITE_URL'] ?? ''
const BASE = orElse(process.env['SANITY_STUDIO_BASEPATH'], '/studio')

export const SETTINGS: StudioSettings = {
  projectId: PROJECT === '' ? 'zebian' : PROJECT,
  dataset: orElse(process.env['SANITY_STUDIO_DATASET'], 'production'),
  embedded: PROJECT === '',
  live: liveAddress(),
}

function liveAddress(): string | undefined {
  if (SITE !== '') return new URL('live/', SITE.endsWith('/') ? SITE : `${SITE}/`).href
  return PROJECT === '' ? `${BASE}/live/` : undefined
}

/** A variable that is set to nothing is not set. */
function orElse(value: string | undefined, otherwise: string): string {
  return value === undefined || value === '' ? otherwise : value
}
