/**
 * A picture as the page shows it.
 *
 *   pictureModel({ image: → asset, alt: '闸门' }, catalogue)
 *     →  { src: '/pictures/3f…-960x640.png', width: 960, height: 640, colour: '#d8e8d8', forms: [{ format: 'webp', src: … }], alt: '闸门' }
 */
import type { ArticleDocument, PictureDocument } from './documents.ts'
import type { Catalogue } from './catalogue.ts'
import type { CardModel } from './card.ts'
import { formKey, formsOf, parseKey, type PictureForm } from './pictureForms.ts'

export interface ImageModel {
  src: string
  width?: number | undefined
  height?: number | undefined
  /** `#d8e8d8`: what stands in its place until it is there. Not where something shows through it. */
  colour?: string | undefined
  /** The same in fewer bytes, the best first; widths ascend within a format. */
  forms: readonly FormModel[]
}

interface FormModel extends PictureForm {
  src: string
}

export interface PictureModel extends ImageModel {
  alt: string
  caption?: string | undefined
  credit?: string | undefined
}

/** A picture to be written into the site folder. */
export type PictureFile = AssetFile | CardFile

/** Where to, where the lake keeps its bytes, and which form of them is wanted. */
interface AssetFile {
  address: string
  asset: PictureDocument
  /** undefined: the bytes as they are. */
  form?: PictureForm | undefined
}

/** Where to, and what is drawn. */
export interface CardFile {
  address: string
  card: CardModel
}

type Picture = NonNullable<ArticleDocument['pictures']>[number]

/** `pictureAddress({ _id: 'image-3f…-960x640-png' })` → `/pictures/3f…-960x640.png`: the name is the bytes' digest, so it never changes. */
export function pictureAddress({ _id }: Pick<PictureDocument, '_id'>): string {
  return `/pictures/${_id.replace(/^image-/u, '').replace(/-([a-z0-9]+)$/u, '.$1')}`
}

/** `addressOfKey('image-3f…-960x640-png 960.webp')` → `/pictures/3f…-960x640-960.webp`; a card's key is its address. */
export function addressOfKey(key: string): string {
  if (key.startsWith('/')) return key
  const { id, form } = parseKey(key)
  const address = pictureAddress({ _id: id })
  return form === undefined ? address : `${address.replace(/\.[a-z0-9]+$/u, '')}-${form}`
}

/** undefined while the picture's file is not in the lake: an upload that was cut off. */
export function pictureModel({ image, alt, caption, credit }: Picture, catalogue: Catalogue): PictureModel | undefined {
  const shown = imageModel(image.asset?._ref, catalogue)
  if (shown === undefined) return undefined
  return { ...shown, alt, caption, credit }
}

const COLOUR = /^#[\da-f]{6}$/iu

export function imageModel(ref: string | undefined, catalogue: Catalogue): ImageModel | undefined {
  const asset = catalogue.picture(ref ?? '')
  if (asset === undefined) return undefined
  const { _id, width, height, colour } = asset
  return {
    src: pictureAddress(asset),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(colour === null || !COLOUR.test(colour) ? {} : { colour }),
    forms: formsOf(asset).map((form) => ({ ...form, src: addressOfKey(formKey(_id, form)) })),
  }
}
