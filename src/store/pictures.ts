/**
 * Pictures' bytes beside the store, each fetched once, each form made once, and kept under the digest that is its name.
 *
 *   const pictures = picturesBeside('.zebian/lake.sqlite.store')
 *   await pictures.file({ address: '/pictures/3f…-960x640.png', asset }, lake)
 *     →  '.zebian/lake.sqlite.store.pictures/3f…-960x640.png', whole, with the sha1 that the lake states
 *
 * A picture's bytes never change under its name, so a file that is there is right. A fetch that fails is tried three times. Of what
 * can't be read or moves no form is made: its own bytes stand in the form's place, which browsers know by their first bytes, and a
 * line names it.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PictureDocument } from '../content/documents.ts'
import type { CardModel } from '../content/card.ts'
import { pictureAddress, type PictureFile } from '../content/picture.ts'
import { isStill } from '../content/pictureForms.ts'
import type { Source } from './ask.ts'
import { makeForm } from './forms.ts'

export interface Pictures {
  file(file: PictureFile, source: Pick<Source, 'picture'>): Promise<string>
}

/** Milliseconds before the second and the third try. */
const PAUSES = [200, 1000]

export function picturesBeside(store: string): Pictures {
  const folder = `${store}.pictures`
  const keep = async (address: string, bytesOf: () => Promise<Uint8Array>): Promise<string> => {
    const file = join(folder, basename(address))
    if (existsSync(file)) return file
    const bytes = await bytesOf()
    mkdirSync(folder, { recursive: true })
    const aside = `${file}.${process.pid}.tmp`
    writeFileSync(aside, bytes)
    renameSync(aside, file)
    return file
  }
  return {
    file: (file, source) => {
      if ('card' in file)
        return keep(cardName(file.card), async () => (await import('../cards/card.ts')).drawCard(file.card))
      const { address, asset, form } = file
      const original = () =>
        keep(pictureAddress(asset), () => {
          if (!isStill(asset)) console.error(`图片 ${pictureAddress(asset)} 是动图、矢量图或已压缩的格式，照原图发布`)
          return fetchPicture(asset, source)
        })
      if (form === undefined) return original()
      return keep(address, async () => {
        const bytes = readFileSync(await original())
        return makeForm(bytes, form).catch((error: unknown) => asItIs(address, bytes, error))
      })
    },
  }
}

/** Another number, another way to draw: cards are drawn anew. */
const CARDS = 1

/** By what it says: a card is drawn once for each revision that says something else. */
const cardName = (card: CardModel): string =>
  `card-${createHash('sha256')
    .update(JSON.stringify([CARDS, card]))
    .digest('hex')
    .slice(0, 40)}.png`

/** The bytes as they are, and a line that says why. */
function asItIs(address: string, bytes: Uint8Array, error: unknown): Uint8Array {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`图片 ${address} 不能另制，照原图发布（${reason}）`)
  return bytes
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
