/**
 * What stands in a built folder.
 *
 *   await surveyFolder('_site')  →  { pages: 61, files: 67, bytes: 512_344 }
 */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface Survey {
  pages: number
  files: number
  bytes: number
}

/** A folder in, counts out; a folder that is not there is an empty one. */
export async function surveyFolder(folder: string): Promise<Survey> {
  const survey: Survey = { pages: 0, files: 0, bytes: 0 }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries) {
    if (!entry.isFile()) continue
    survey.files += 1
    survey.pages += entry.name.endsWith('.html') ? 1 : 0
    survey.bytes += (await stat(join(entry.parentPath, entry.name))).size
  }
  return survey
}
