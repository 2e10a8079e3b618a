/**
 * What the Studio was built for: read from the environment of the build, for a browser has none.
 *
 *   nothing set                        →  { projectId: 'zebian', dataset: 'production', embedded: true, siteUrl: 'http://localhost:8080' }
 *   SANITY_STUDIO_PROJECT_ID=abc12     →  { projectId: 'abc12', …, embedded: false }   (hosted Sanity)
 *   SANITY_STUDIO_SITE_URL=https://…   →  where the badge asks what is live
 *
 * Each name is written out in full: the build (sanity.cli.ts) replaces exactly these words by their values.
 */
export interface StudioSettings {
  projectId: string
  dataset: string
  /** Whether documents come from the lake that serves the Studio. */
  embedded: boolean
  siteUrl: string
}

const PROJECT = process.env['SANITY_STUDIO_PROJECT_ID'] ?? ''

export const SETTINGS: StudioSettings = {
  projectId: PROJECT === '' ? 'zebian' : PROJECT,
  dataset: orElse(process.env['SANITY_STUDIO_DATASET'], 'production'),
  embedded: PROJECT === '',
  siteUrl: orElse(process.env['SANITY_STUDIO_SITE_URL'], 'http://localhost:8080'),
}

/** A variable that is set to nothing is not set. */
function orElse(value: string | undefined, otherwise: string): string {
  return value === undefined || value === '' ? otherwise : value
}
