/**
 * The pictures that lie in an MHTML file beside its page, by where they were: postal-mime gives their bytes and no Content-Location.
 *
 *   await enclosedPictures(bytes, 'multipart/related; boundary="b"')
 *     →  Map { 'https://hefeng.example/a.jpg' → bytes, 'cid:frame-1@mhtml.blink' → bytes }
 *
 * A part of a message is a message: cut at the boundary, each is given to postal-mime by itself, with headers of its own.
 */
import PostalMime from 'postal-mime'

/** A picture's address, or `cid:` and its id, and its bytes. */
export type Enclosed = ReadonlyMap<string, Uint8Array>

const PICTURE = /^content-type:\s{0,20}image\/(?:jpe?g|png|gif|webp|avif)\b/imu
/** A part's headers are no longer. */
const HEADERS = 4000

/** The file and its own Content-Type in. */
export async function enclosedPictures(bytes: Uint8Array, type: string): Promise<Enclosed> {
  const found = new Map<string, Uint8Array>()
  for (const part of partsOf(Buffer.from(bytes), boundaryIn(type))) {
    const headers =
      part
        .subarray(0, HEADERS)
        .toString('latin1')
        .split(/\r?\n\r?\n/u, 1)[0] ?? ''
    if (!PICTURE.test(headers)) continue
    const { headers: own, attachments } = await PostalMime.parse(part)
    const content = attachments[0]?.content
    if (content === undefined || typeof content === 'string') continue
    for (const { key, value } of own) {
      if (key === 'content-location') found.set(value.trim(), new Uint8Array(content))
      if (key === 'content-id') found.set(`cid:${value.trim().replaceAll(/^<|>$/gu, '')}`, new Uint8Array(content))
    }
  }
  return found
}

const boundaryIn = (type: string): string | undefined =>
  /\bboundary="(?<quoted>[^"]{1,200})"|\bboundary=(?<plain>[^\s;"]{1,200})/iu
    .exec(type)
    ?.slice(1)
    .find((one) => one !== undefined)

/** What stands between the lines of a boundary. */
function* partsOf(bytes: Buffer, boundary: string | undefined): Generator<Buffer> {
  if (boundary === undefined) return
  const line = Buffer.from(`\n--${boundary}`, 'latin1')
  for (let at = bytes.indexOf(line); at !== -1;) {
    const from = bytes.indexOf('\n', at + line.length)
    const next = bytes.indexOf(line, at + line.length)
    if (from === -1 || next === -1) return
    yield bytes.subarray(from + 1, next + 1)
    at = next
  }
}
