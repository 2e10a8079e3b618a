/**
 * A picture as the page shows it.
 *
 *   pictureModel({ image: → asset, alt: '闸门' }, catalogue)  →  { src: '/pictures/3f…-960x640.png', width: 960, height: 640, alt: '闸门' }
 */
import type { ArticleDocument, PictureDocument } from './documents.ts'
import type { Catalogue } from './catalogue.ts'

export interface PictureModel {
  src: string
  width?: number | undefined
  height?: number | undefined
  alt: string
  caption?: string | undefined
  credit?: string | undefined
}

/** A picture to be written into the site folder: where to, and where the lake keeps its bytes. */
export interface PictureFile {
  address: string
  asset: PictureDocument
}

type Picture = NonNullable<ArticleDocument['pictures']>[number]

/** `pictureAddress({ _id: 'image-3f…-960x640-png' })` → `/pictures/3f…-960x640.png`: the name is the bytes' digest, so it never changes. */
export function pictureAddress({ _id }: Pick<PictureDocument, '_id'>): string {
  return `/pictures/${_id.replace(/^image-/u, '').replace(/-([a-z0-9]+)$/u, '.$1')}`
}

/** undefined while the picture's file is not in the lake: an upload that was cut off. */
export function pictureModel({ image, alt, caption, credit }: Picture, catalogue: Catalogue): PictureModel | undefined {
  const sized = imageModel(image.asset?._ref, catalogue)
  if (sized === undefined) return undefined
  return { ...sized, alt, caption, credit }
}

export function imageModel(
  ref: string | undefined,
  catalogue: Catalogue,
): Pick<PictureModel, 'src' | 'width' | 'height'> | undefined {
  const asset = catalogue.picture(ref ?? '')
  if (asset === undefined) return undefined
  const { width, height } = asset
  return { src: pictureAddress(asset), ...(width === null ? {} : { width }), ...(height === null ? {} : { height }) }
}
