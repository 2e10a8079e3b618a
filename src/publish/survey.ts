/**
 * What stands in a built folder.
 *
 *   surveyFolder('_site')  →  { pages: 61, files: 67 }
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Survey {
  pages: number
  files: number
}

/**
 * A folder in, counts out; a folder that is not there is an empty one.One look after the other in this thread, for nothing else
 * waits meanwhile.
 */
export function surveyFolder(folder: string): Survey {
  const survey: Survey = { pages: 0, files: 0 }
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) count(folder, survey)
  return survey
}

function count(folder: string, survey: Survey): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) count(join(folder, entry.name), survey)
    if (!entry.isFile()) continue
    survey.files += 1
    survey.pages += entry.name.endsWith('.html') ? 1 : 0
  }
}
