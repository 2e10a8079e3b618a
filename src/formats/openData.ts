/**
 * A document as the archive hands it on: published parts only, in Sanity's own import format.
 *
 *   opened({ _id: 'article-a', pictures: [{ image: { asset: { _ref: 'image-3f…-960x640-png' } } }], … }, now)
 *     →  { _id: 'article-a', pictures: [{ image: { _sanityAsset: 'image@file://./images/3f…-960x640.png' } }], … }
 *   opened({ _type: 'article', embargo: '2099-01-01T…', … }, now)  →  undefined: nobody may read it yet
 *
 * Of a withdrawn article its address, its headline and the reason are handed on, as its page says them; its text is not.
 */
type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the page in a withdrawn article's place is made from, and what the lake keeps books by. */
const TOMBSTONE = new Set([
  '_id',
  '_type',
  '_rev',
  '_createdAt',
  '_updatedAt',
  'title',
  'address',
  'formerAddresses',
  'publishedAt',
  'channel',
  'embargo',
  'withdrawn',
])

/** A document of the lake and the present instant in; the same for everyone's eyes, or undefined, out. */
export function opened(document: Json, now: Date): Json | undefined {
  const { embargo, withdrawn } = document
  if (typeof embargo === 'string' && new Date(embargo) > now) return undefined
  const shown = isJson(withdrawn)
    ? Object.fromEntries(Object.entries(document).filter(([name]) => TOMBSTONE.has(name)))
    : document
  const filed = withFiles(shown)
  return isJson(filed) ? filed : undefined
}

/** The picture files that an opened document names: `['images/3f…-960x640.png']`. */
export function filesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(filesIn)
  if (!isJson(value)) return []
  const { _sanityAsset: asset } = value
  const own = typeof asset === 'string' ? [asset.slice(PREFIX.length)] : []
  return [...own, ...Object.values(value).flatMap(filesIn)]
}

const PREFIX = 'image@file://./'

/** `image-3f…-960x640-png` ⇄ `images/3f…-960x640.png`, a pair. */
export const fileOfImage = (id: string): string =>
  `images/${id.replace(/^image-/u, '').replace(/-([a-z0-9]+)$/u, '.$1')}`
export const imageOfFile = (file: string): string =>
  `image-${file.replace(/^images\//u, '').replace(/\.([a-z0-9]+)$/u, '-$1')}`

function withFiles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFiles)
  if (!isJson(value)) return value
  const { asset, ...rest } = value
  const ref = isJson(asset) ? asset['_ref'] : undefined
  const inside = Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, withFiles(one)]))
  if (typeof ref === 'string' && ref.startsWith('image-')) return { ...inside, _sanityAsset: PREFIX + fileOfImage(ref) }
  return asset === undefined ? inside : { ...inside, asset: withFiles(asset) }
}

/** An opened document in, the same with its pictures as the lake refers to them out: the pair of what `opened` does to them. */
export function withImages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withImages)
  if (!isJson(value)) return value
  const { _sanityAsset: file, ...rest } = value
  const inside = Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, withImages(one)]))
  if (typeof file !== 'string' || !file.startsWith(PREFIX)) return inside
  return { ...inside, asset: { _type: 'reference', _ref: imageOfFile(file.slice(PREFIX.length)) } }
}

/** Every reference in it made weak: so documents that refer to each other can be filed one after the other. */
export function weakened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(weakened)
  if (!isJson(value)) return value
  const inside = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, weakened(one)]))
  return typeof inside['_ref'] === 'string' ? { ...inside, _weak: true } : inside
}
