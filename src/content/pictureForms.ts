/**
 * In which other forms a picture is offered: known from its document alone, so that a page can name them before they are made.
 *
 *   formsOf({ _id: 'image-3f…-2000x1500-jpg', width: 2000, height: 1500, size: 900_000 })
 *     →  [{ format: 'avif', width: 680 }, { format: 'avif', width: 1360 }, { format: 'webp', width: 680 }, …]
 *   formKey('image-3f…-2000x1500-jpg', { format: 'avif', width: 680 })  →  'image-3f…-2000x1500-jpg 680.avif'
 *
 * The widths are those of the column of text on a plain and on a dense screen. A drawing in few colours, which PNG packs into less than
 * a bit for each pixel, becomes larger in AVIF and when it is made smaller (measured: up to twice): it is offered as lossless WebP
 * of its own size, which takes a seventh to a quarter off. What may move (GIF, WebP) or has no pixels (SVG) is offered as it is.
 */
import type { PictureDocument } from './documents.ts'

export interface PictureForm {
  format: 'avif' | 'webp'
  /** In pixels. */
  width: number
  lossless?: true
}

const WIDTHS = [680, 1360] as const
const FORMATS = ['avif', 'webp'] as const
/** Pixels across below which a picture fits into a packet or two as it is. */
const LEAST = 160
/** A second width that is not much larger than the first is not worth its address. */
const STEP = 1.25

const EXTENSION = /-(?<extension>jpe?g|png|tiff?)$/u

/** Whether a picture's kind is one that other forms are made of. */
export const isStill = ({ _id }: Pick<PictureDocument, '_id'>): boolean => EXTENSION.test(_id)

export function formsOf({ _id, width, height, size }: PictureDocument): PictureForm[] {
  const extension = EXTENSION.exec(_id)?.groups?.['extension']
  if (extension === undefined || width === null || height === null || width < LEAST) return []
  if (extension === 'png' && size * 8 < width * height) return [{ format: 'webp', width, lossless: true }]
  return FORMATS.flatMap((format) => widthsFor(width).map((one) => ({ format, width: one })))
}

/** `widthsFor(960)` → `[680, 960]`; never more than the original has. */
function widthsFor(width: number): number[] {
  const [small, large] = WIDTHS
  const most = Math.min(width, large)
  return most < small * STEP ? [most] : [small, most]
}

export const formKey = (id: string, { format, width }: PictureForm): string => `${id} ${width}.${format}`

/** A key in, the picture's id and the form's end of name out; a picture as it is has none. */
export function parseKey(key: string): { id: string; form?: string } {
  const [id = '', form] = key.split(' ')
  return form === undefined ? { id } : { id, form }
}
