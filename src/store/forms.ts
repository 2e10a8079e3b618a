/**
 * Makes the form of a picture that a page offers.
 *
 *   await makeForm(bytes, { format: 'avif', width: 680 })   →  the bytes of an AVIF, 680 pixels across
 *
 * The same bytes give the same form, to the byte. Throws for what is no still picture that can be read: who asked lets it pass as it is.
 * A form's name says nothing of how it was made, and readers keep it for a year: other settings need other names.
 */
import type { PictureForm } from '../content/pictureForms.ts'

/** A small file may unpack to gigabytes of pixels: as much as the lake takes in. */
const PIXELS = 256_000_000
/** AVIF in an eighth of the time that the usual effort takes, for a twelfth more bytes. */
const AVIF = { quality: 50, effort: 2 }
const WEBP = { quality: 75 }

export async function makeForm(bytes: Buffer, { format, width, lossless }: PictureForm): Promise<Buffer> {
  if (moves(bytes)) throw new Error('expected a still picture, found an animated PNG')
  // Loaded with the first picture: most publishes make none.
  const { default: sharp } = await import('sharp')
  const image = sharp(bytes, { limitInputPixels: PIXELS }).autoOrient().resize({ width, withoutEnlargement: true })
  return (format === 'avif' ? image.avif(AVIF) : image.webp(lossless === true ? { lossless } : WEBP)).toBuffer()
}

/** An animated PNG says so before its first pixels: https://www.w3.org/TR/png-3/#acTL-chunk. */
function moves(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return false
  const pixels = bytes.indexOf('IDAT')
  return bytes.subarray(0, pixels === -1 ? undefined : pixels).includes('acTL')
}
