/**
 * The page, made fit for a frame in the Studio: pictures from the lake, light or dark and larger letters by hand.
 *
 *   framed(html, { dark: true, size: 125, pictures: new Map([['/pictures/3f-960x640.png', 'http://localhost:3333/images/…']]) })
 *
 * Nothing inside `<article>` changes but where pictures come from: the site will serve them under their own names and in smaller forms.
 */
export interface FrameOptions {
  dark: boolean
  /** Size of letters in percent. */
  size: number
  /** Where a picture's bytes are now, by the address that the page gives it. */
  pictures: ReadonlyMap<string, string>
}

const DARK = '@media screen and (prefers-color-scheme:dark)'
const SCHEME = 'color-scheme:light dark'

export function framed(html: string, { dark, size, pictures }: FrameOptions): string {
  return (
    html
      .replace(DARK, dark ? '@media all' : '@media not all')
      .replace(SCHEME, `color-scheme:${dark ? 'dark' : 'light'}`)
      // Links lead to pages of the site, which the Studio does not have: without leave to open windows they do nothing.
      .replace('<head>', '<head><base target="_blank">')
      .replace('</head>', `<style>html{font-size:${size}%}</style></head>`)
      // The lake has no such forms of them under these names.
      .replaceAll(/<source [^>]*>/gu, '')
      .replaceAll(/(?<=<img[^>]* src=")\/pictures\/[^"]+/gu, (address) => pictures.get(address) ?? address)
  )
}
