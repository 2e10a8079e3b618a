/**
 * Makes another form of a picture.
 *
 *   await resize(bytes, { width: 400, height: 300, fit: 'crop', format: 'webp', … })  →  { mime: 'image/webp', bytes }
 */
import type { Sharp } from 'sharp'
import { httpError } from '../error.ts'
import type { Asset } from '../store/store.ts'
import { PIXELS } from './describe.ts'
import type { Fit, Transform } from './transform.ts'

/** Sanity's names and sharp's: whether to cut, to stretch, or to stay within; and whether to grow beyond the original. */
const FITS: Readonly<Record<Fit, { fit: 'inside' | 'cover' | 'fill' | 'contain' | 'outside'; grows: boolean }>> = {
  clip: { fit: 'inside', grows: true },
  max: { fit: 'inside', grows: false },
  crop: { fit: 'cover', grows: true },
  min: { fit: 'cover', grows: false },
  fill: { fit: 'contain', grows: true },
  fillmax: { fit: 'contain', grows: false },
  scale: { fit: 'fill', grows: true },
}

export async function resize(asset: Asset, { rect, width, height, fit, format, quality }: Transform): Promise<Asset> {
  const { default: sharp } = await import('sharp')
  try {
    const image = sharp(asset.bytes, { limitInputPixels: PIXELS }).autoOrient()
    if (rect !== undefined) await cut(image, sharp(asset.bytes), rect)
    const { fit: how, grows } = FITS[fit]
    if (width !== undefined || height !== undefined) {
      const background = { r: 255, g: 255, b: 255, alpha: 0 }
      image.resize({
        ...(width === undefined ? {} : { width }),
        ...(height === undefined ? {} : { height }),
        fit: how,
        withoutEnlargement: !grows,
        background,
      })
    }
    const wanted = format ?? formatOf(asset.mime)
    const bytes = await image.toFormat(wanted, { quality }).toBuffer()
    return { mime: `image/${wanted}`, bytes: Buffer.from(bytes) }
  } catch (error) {
    throw httpError(
      400,
      `This form of the picture can't be made: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
}

/** A rectangle that reaches beyond the picture is cut off at its edge. */
async function cut(
  image: Sharp,
  original: Sharp,
  [x, y, w, h]: readonly [number, number, number, number],
): Promise<void> {
  const { autoOrient } = await original.metadata()
  const [left, top] = [Math.min(x, autoOrient.width - 1), Math.min(y, autoOrient.height - 1)]
  image.extract({
    left,
    top,
    width: Math.min(w, autoOrient.width - left),
    height: Math.min(h, autoOrient.height - top),
  })
}

function formatOf(mime: string): 'jpeg' | 'png' | 'webp' | 'avif' {
  if (mime === 'image/png') return 'png'
  if (mime === 'image/webp') return 'webp'
  return mime === 'image/avif' ? 'avif' : 'jpeg'
}
