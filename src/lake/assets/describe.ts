/**
 * What can be said of a picture by looking at it.
 *
 *   await describeImage(bytes)
 *   →  { extension: 'jpg', width: 40, height: 20, metadata: { dimensions: {…}, hasAlpha: false, palette: {…}, lqip: 'data:image/…' } }
 */
import type { Sharp } from 'sharp'
import { httpError } from '../error.ts'
import type { JsonObject } from '../json.ts'

export interface ImageDescription {
  readonly extension: string
  readonly width: number
  readonly height: number
  readonly metadata: JsonObject
}

const EXTENSIONS: Readonly<Record<string, string>> = { jpeg: 'jpg', tiff: 'tif', heif: 'heic' }
const PREVIEW_WIDTH = 20
/** A small file may unpack to gigabytes of pixels; Sanity allows 256 megapixels. */
export const PIXELS = 256_000_000

export async function describeImage(bytes: Buffer): Promise<ImageDescription> {
  // Loaded with the first picture: a lake that only reads text starts twice as fast without it.
  const { default: sharp } = await import('sharp')
  try {
    // Dimensions as they are seen: a photograph taken upright may be stored lying down.
    const { format, compression, autoOrient, hasAlpha } = await sharp(bytes, { limitInputPixels: PIXELS }).metadata()
    const { width, height } = autoOrient
    const { isOpaque, dominant } = await sharp(bytes, { limitInputPixels: PIXELS }).stats()
    const extension = format === 'heif' && compression === 'av1' ? 'avif' : (EXTENSIONS[format] ?? format)
    const dimensions = { _type: 'sanity.imageDimensions', aspectRatio: width / height, height, width }
    const lqip = await preview(sharp(bytes, { limitInputPixels: PIXELS }), hasAlpha)
    return {
      extension,
      width,
      height,
      metadata: { _type: 'sanity.imageMetadata', dimensions, hasAlpha, isOpaque, lqip, palette: paletteOf(dominant) },
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw httpError(400, `Invalid image, could not read metadata: ${reason}`)
  }
}

/** Of Sanity's palette the one colour that most of the picture has: `#d8e8d8`. */
function paletteOf({ r, g, b }: { r: number; g: number; b: number }): JsonObject {
  const background = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  return { _type: 'sanity.imagePalette', dominant: { _type: 'sanity.imagePaletteSwatch', background } }
}

/** A low-quality image placeholder, as a data address. */
async function preview(image: Sharp, hasAlpha: boolean): Promise<string> {
  const small = image.autoOrient().resize(PREVIEW_WIDTH)
  const format = hasAlpha ? 'png' : 'jpeg'
  const encoded = await small.toFormat(format, { quality: 60 }).toBuffer()
  return `data:image/${format};base64,${encoded.toString('base64')}`
}
