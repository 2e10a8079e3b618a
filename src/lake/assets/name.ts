/**
 * The names that a stored asset goes by.
 *
 *   imageName('9f…', 40, 20, 'jpg')       →  { id: 'image-9f…-40x20-jpg', file: '9f…-40x20.jpg' }
 *   idOfFile('images', '9f…-40x20.jpg')   →  'image-9f…-40x20-jpg'
 */
export type AssetKind = 'images' | 'files'

export interface AssetName {
  readonly id: string
  readonly file: string
}

export function imageName(sha1: string, width: number, height: number, extension: string): AssetName {
  return { id: `image-${sha1}-${width}x${height}-${extension}`, file: `${sha1}-${width}x${height}.${extension}` }
}

export function fileName(sha1: string, extension: string): AssetName {
  return { id: `file-${sha1}-${extension}`, file: `${sha1}.${extension}` }
}

/** `undefined` for a name that no asset can have, whatever tricks with dots and slashes it tries. */
export function idOfFile(kind: AssetKind, file: string): string | undefined {
  const pattern = kind === 'images' ? /^([0-9a-f]{40}-\d+x\d+)\.([a-z0-9]+)$/ : /^([0-9a-f]{40})\.([a-z0-9]+)$/
  const [, stem, extension] = pattern.exec(file) ?? []
  if (stem === undefined || extension === undefined) return undefined
  return `${kind === 'images' ? 'image' : 'file'}-${stem}-${extension}`
}
