/**
 * A picture with its caption; width and height keep its room while it loads, its main colour fills it.
 *
 *   pictureView({ src: '/pictures/3f.png', width: 960, height: 640, alt: '闸门', caption: '闸门开启。', credit: '石砚 摄', … }, true)
 *     →  Html '<figure><picture><source type="image/webp" …><img src=… fetchpriority="high"></picture><figcaption>闸门开启。 …</figure>'
 */
import type { ImageModel, PictureModel } from '../../content/picture.ts'
import { html, nothing, type Html } from '../html.ts'

/** The column of text: 612 px beside recommendations, 720 without, for both of which 680 serve; on a phone what it has. */
export const COLUMN = '(min-width:45rem) 680px,100vw'

/** The first picture of a page is fetched at once, the others when they come near. */
export function pictureView(picture: PictureModel, first: boolean): Html {
  const { alt, caption, credit } = picture
  const when = first ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`
  const said = [caption, credit === undefined ? undefined : html`<span class="whole">${credit}</span>`].filter(
    (part) => part !== undefined,
  )
  return html`<figure>${imageView(picture, COLUMN, html` alt="${alt}"${when}`)}${said.length === 0 ? nothing : html`<figcaption>${said.flatMap((part, index) => (index === 0 ? [part] : [' ', part]))}</figcaption>`}</figure>\n`
}

/** In the forms that the browser may choose from; how wide it will stand, as `sizes` has it, and more attributes. */
export function imageView({ src, width, height, colour, forms }: ImageModel, sizes: string, more: Html): Html {
  const size = width === undefined || height === undefined ? nothing : html` width="${width}" height="${height}"`
  const fill = colour === undefined ? nothing : html` data-c="${colour}"`
  const img = html`<img src="${src}"${size}${fill}${more}>`
  if (forms.length === 0) return img
  const byFormat = [...Map.groupBy(forms, ({ format }) => format)]
  return html`<picture>${byFormat.map(([format, files]) => html`<source type="image/${format}" ${addressesOf(files, sizes)}>`)}${img}</picture>`
}

/** Of several widths the browser takes the one that fits; of one there is nothing to choose. */
const addressesOf = (files: ImageModel['forms'], sizes: string): Html =>
  files.length === 1
    ? html`srcset="${files[0]?.src}"`
    : html`srcset="${files.map((one) => `${one.src} ${one.width}w`).join()}" sizes="${sizes}"`
