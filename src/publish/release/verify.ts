/**
 * Every byte of a release against its manifest.
 *
 *   await verifyRelease(places, '000042')   →  []
 *   …                                       →  ['/2024/0602/a1.html: expected the digest 3f9a…, found 77c0…', '/x.html: expected no such file, found 12 bytes']
 */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { abreast, pathsIn } from './draft.ts'
import { readManifest } from './manifest.ts'
import { digestOf, ReleaseError } from './parts.ts'
import { folderOf, pagesOf, type Places } from './places.ts'

export async function verifyRelease(places: Places, id: string): Promise<string[]> {
  const problems: string[] = []
  try {
    const manifest = await readManifest(folderOf(places, id))
    if (manifest.id !== id) problems.push(`manifest: expected release ${id}, found ${manifest.id}`)
    const pages = pagesOf(places, id)
    await abreast([...manifest.files.entries()], async ([path, { sha256, bytes }]) => {
      const found = await readFile(join(pages, path)).catch(() => undefined)
      const digest = found === undefined ? undefined : digestOf(found)
      if (found === undefined) problems.push(`${path}: expected ${bytes} bytes, found no such file`)
      else if (digest !== sha256)
        problems.push(`${path}: expected the digest ${sha256.slice(0, 12)}…, found ${digest?.slice(0, 12)}…`)
    })
    for (const path of await pathsIn(pages)) {
      if (manifest.files.has(path)) continue
      const { size } = await stat(join(pages, path))
      problems.push(`${path}: expected no such file, found ${size} bytes`)
    }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    problems.push(error.message)
  }
  return problems.toSorted()
}
