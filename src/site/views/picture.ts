/**
 * A picture with its caption; width and height keep its room while it loads.
 *
 *   pictureView({ src: '/pictures/3f.png', width: 960, height: 640, alt: '闸门', caption: '闸门开启。', credit: '石砚 摄' }, true)
 *     →  Html '<figure><img src=… fetchpriority="high"><figcaption>闸门开启。 <span class="whole">石砚 摄</span></figcaption></figure>'
 */
import type { PictureModel } from '../../content/picture.ts'
import { html, nothing, type Html } from '../html.ts'

/** The first picture of a page is fetched at once, the others when they come near. */
export function pictureView({ src, width, height, alt, caption, credit }: PictureModel, first: boolean): Html {
  const size = width === undefined || height === undefined ? nothing : html` width="${width}" height="${height}"`
  const when = first ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`
  const said = [caption, credit === undefined ? undefined : html`<span class="whole">${credit}</span>`].filter(
    (part) => part !== undefined,
  )
  return html`<figure><img src="${src}"${size} alt="${alt}"${when}>${said.length === 0 ? nothing : html`<figcaption>${said.flatMap((part, index) => (index === 0 ? [part] : [' ', part]))}</figcaption>`}</figure>\n`
}
