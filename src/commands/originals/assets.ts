/**
 * Pictures that lie beside a saved page, or in one file with it → assets of the lake, and what is to be said of those that do not.
 *
 *   uploadPictures(door, page, { path: 'saved/a.html' })
 *     →  { images: [{ picture, asset: 'image-9f…-600x400-jpg' }], lost: ['http://…/b.jpg（说明：渠首）'] }
 */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, resolve, sep } from 'node:path'
import type { Door } from '../../client.ts'
import type { FiledImage } from '../../import/documents.ts'
import type { OriginalPage, PagePicture } from '../../import/page.ts'
import type { Enclosed } from './enclosed.ts'

interface Uploaded {
  images: FiledImage[]
  /** Pictures whose file is not there: where they were, and what stood below them. */
  lost: string[]
}

/** The file that a page was read from, and what lies in it besides. */
export interface Kept {
  path: string
  enclosed?: Enclosed | undefined
}

export async function uploadPictures(door: Door, { pictures }: OriginalPage, kept: Kept): Promise<Uploaded> {
  const uploaded: Uploaded = { images: [], lost: [] }
  for (const picture of pictures) {
    const found = enclosedIn(picture, kept) ?? (await besideOf(picture, kept))
    if (found === undefined) {
      uploaded.lost.push(
        `图片未随页面保存：${picture.url}${picture.caption === undefined ? '' : `（说明：${picture.caption}）`}`,
      )
      continue
    }
    const { _id } = await door.client.assets.upload('image', found.bytes, { filename: found.name })
    uploaded.images.push({ picture, asset: _id })
  }
  return uploaded
}

interface Found {
  name: string
  bytes: Buffer
}

function enclosedIn({ url, src }: PagePicture, { enclosed }: Kept): Found | undefined {
  const bytes = enclosed?.get(url) ?? enclosed?.get(src)
  const name = basename(url.replace(/[?#].*$/u, ''))
  return bytes === undefined ? undefined : { name: name === '' ? 'picture' : name, bytes: Buffer.from(bytes) }
}

async function besideOf({ src }: PagePicture, { path }: Kept): Promise<Found | undefined> {
  const file = await beside(src, path)
  return file === undefined ? undefined : { name: basename(file), bytes: await readFile(file) }
}

/** A file that a page names relatively and that lies in its folder or below; nothing outside is touched. */
async function beside(src: string, path: string): Promise<string | undefined> {
  if (path === '-' || /^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(src)) return undefined
  const folder = resolve(dirname(path))
  const file = resolve(folder, decoded(src.replace(/[?#].*$/u, '')))
  if (!file.startsWith(folder + sep) || !/\.(?:jpe?g|png|gif|webp|avif)$/iu.test(file)) return undefined
  return (await stat(file).then(
    (found) => found.isFile(),
    () => false,
  ))
    ? file
    : undefined
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src)
  } catch {
    return src
  }
}
