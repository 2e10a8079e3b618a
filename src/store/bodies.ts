/**
 * Documents as they lie in the store: checked when they were filed, so that reading them is parsing them.
 *
 *   readBody('article', bytes)  →  { type: 'article', document: { _id: 'article-a', title: '渠水来了', … } }
 *   writeBody(checked, line)    →  the line itself, or the document's JSON where there is none
 */
import type { Checked } from './check.ts'

export function writeBody({ type, document }: Checked, line: Uint8Array | undefined): Uint8Array {
  // A picture's document is kept as the pages need it: without its palette and previews.
  return line === undefined || type === 'picture' ? Buffer.from(JSON.stringify(document)) : line
}

export function readBody(type: string, body: Buffer): Checked {
  // Through Buffer.toString: for Chinese text three times as fast as letting SQLite make the string.
  const text = body.toString()
  switch (type) {
    case 'article':
    case 'profile':
    case 'source':
    case 'channel':
    case 'picture':
    case 'site':
      return { type, document: JSON.parse(text) }
    default:
      throw new Error(
        `expected a type of document in the store, found “${type}”; remove the store’s file and build again`,
      )
  }
}
