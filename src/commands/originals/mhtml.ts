/**
 * A page that a browser saved whole (MHTML, RFC 2557) → its markup, its pictures, where it was and when it was saved.
 *
 *   fromMhtml('a.mhtml', 'a.mhtml', bytes)  →  { url: 'http://…/n2/2020/…html', capturedAt: '2020-07-02T03:10:00.000Z', … }
 */
import { createHash } from 'node:crypto'
import PostalMime from 'postal-mime'
import { webAddress } from '../../import/address.ts'
import type { RefusedPage } from '../../import/page.ts'
import { enclosedPictures } from './enclosed.ts'
import type { Opened } from './open.ts'

export async function fromMhtml(path: string, file: string, bytes: Uint8Array): Promise<Opened | RefusedPage> {
  const { html, headers, date } = await PostalMime.parse(bytes)
  if (html === undefined)
    return { file, refused: 'expected a saved page in the MHTML file, found no HTML part in it; save the page again' }
  const header = (name: string): string | undefined => headers.find(({ key }) => key === name)?.value
  const url = webAddress(header('snapshot-content-location') ?? header('content-location'))
  const saved = date === undefined ? Number.NaN : Date.parse(date)
  return {
    // The part's own label was followed when it was decoded: what comes out is a text.
    bytes: Buffer.from(html),
    file: file.replace(/\.mht(?:ml)?$/iu, '.html'),
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url,
    enclosed: await enclosedPictures(bytes, header('content-type') ?? ''),
    capturedAt: Number.isNaN(saved) ? undefined : new Date(saved).toISOString(),
  }
}
