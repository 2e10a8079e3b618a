/**
 * Extensions and media types, and which of them a browser would run as a page of ours.
 *
 *   mimeOf('pdf')              →  'application/pdf'
 *   extensionOf('text/plain')  →  'txt'
 *   mayRun('image/svg+xml')    →  true
 */
const MIME: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
  tif: 'image/tiff',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html',
  htm: 'text/html',
  json: 'application/json',
  xml: 'application/xml',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const UNKNOWN = 'application/octet-stream'

export function mimeOf(extension: string): string {
  return MIME[extension] ?? UNKNOWN
}

export function extensionOf(mime: string): string {
  const bare = mime.split(';')[0]?.trim().toLowerCase() ?? ''
  const found = Object.entries(MIME).find(([, known]) => known.split(';')[0] === bare)
  return found?.[0] ?? 'bin'
}

/** Pictures of pixels, sound and film can't run; everything else is treated as if it could. */
export function mayRun(mime: string): boolean {
  return !/^(?:image\/(?!svg)|audio\/|video\/)/.test(mime)
}
