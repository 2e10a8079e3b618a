/**
 * Pictures' bytes beside the store, each fetched once and kept under the digest that is its name.
 *
 *   const pictures = picturesBeside('.zebian/lake.sqlite.store')
 *   await pictures.file(asset, lake)   →  '.zebian/lake.sqlite.store.pictures/3f…-960x640.png', whole, with the sha1 that the lake states
 *
 * A picture's bytes never change under its name, so a file that is there is right. A fetch that fails is tried three times.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PictureDocument } from '../content/documents.ts'
import { pictureAddress } from '../content/picture.ts'
import type { Source } from './ask.ts'

export interface Pictures {
  file(asset: PictureDocument, source: Pick<Source, 'picture'>): Promise<string>
}

/** Milliseconds before the second and the third try. */
const PAUSES = [200, 1000]

export function picturesBeside(store: string): Pictures {
  const folder = `${store}.pictures`
  return {
    file: async (asset, source) => {
      const file = join(folder, basename(pictureAddress(asset)))
      if (existsSync(file)) return file
      const bytes = await fetchPicture(asset, source)
      mkdirSync(folder, { recursive: true })
      const aside = `${file}.${process.pid}.tmp`
      writeFileSync(aside, bytes)
      renameSync(aside, file)
      return file
    },
  }
}

async function fetchPicture(asset: PictureDocument, source: Pick<Source, 'picture'>): Promise<Uint8Array> {
  for (const wait of PAUSES) {
    try {
      return await source.picture(asset)
    } catch (error) {
      // A picture that is not there is not there the next time either.
      if (error instanceof Error && /found status 4/u.test(error.message)) throw error
      await pause(wait)
    }
  }
  return source.picture(asset)
}
