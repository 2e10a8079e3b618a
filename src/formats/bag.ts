/**
 * BagIt 1.0 (RFC 8493): a folder whose manifest proves that it is whole, decades later and without us.
 *
 *   formatManifest([{ path: 'data/documents.ndjson', sha256: '9f…' }])  ⇄  '9f…  data/documents.ndjson\n'
 *   BAG_DECLARATION  →  'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
 */
export interface Hashed {
  /** From the bag's own folder. */
  path: string
  sha256: string
}

export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** RFC 8493 2.1.3: percent, line feed and carriage return of a path are written as percent signs. */
const escape = (path: string): string => path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
const unescape = (path: string): string =>
  path.replaceAll(/%0a/giu, '\n').replaceAll(/%0d/giu, '\r').replaceAll('%25', '%')

/** In the order of their paths, so that equal folders have equal manifests. */
export function formatManifest(files: readonly Hashed[]): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
  return sorted.map(({ path, sha256 }) => `${sha256}  ${escape(path)}\n`).join('')
}

/** undefined when a line is none of a manifest: a digest in hexadecimal, white space, a path. */
export function parseManifest(text: string): Hashed[] | undefined {
  const lines = text.split(/\r?\n/u).filter((line) => line !== '')
  const files = lines.flatMap((line) => {
    const [, sha256, path] = /^([0-9a-f]{64})[ \t]+(\S.*)$/iu.exec(line) ?? []
    return sha256 === undefined || path === undefined ? [] : [{ path: unescape(path), sha256: sha256.toLowerCase() }]
  })
  return files.length === lines.length ? files : undefined
}

/** What differs between a manifest and the files that are there: one line each; none when the bag is whole. */
export function differences(manifest: readonly Hashed[], found: readonly Hashed[]): string[] {
  const there = new Map(found.map(({ path, sha256 }) => [path, sha256]))
  const named = new Set(manifest.map(({ path }) => path))
  return [
    ...manifest.flatMap(({ path, sha256 }) => {
      const own = there.get(path)
      if (own === undefined) return [`${path} is missing`]
      return own === sha256 ? [] : [`${path} was changed`]
    }),
    ...found.filter(({ path }) => !named.has(path)).map(({ path }) => `${path} is not in the manifest`),
  ]
}
