/**
 * What a person names → the pages that are read of it, an article's several pages joined.
 *
 *   for await (const page of readOriginals(['archive/'], {}))  →  { page: OriginalPage | RefusedPage, path: 'archive/1.html' }
 *
 * Only pages that say that they are one of several wait for the others; all else is handed on at once, so that memory does not grow.
 */
import { articleKey, joinPages } from '../../import/join.ts'
import type { OriginalPage, RefusedPage } from '../../import/page.ts'
import { parsePage } from '../../import/parse/page.ts'
import { restorePage } from '../../import/restore.ts'
import { gather } from './gather.ts'
import { openOriginals, type Opened } from './open.ts'

export interface Reading {
  restorePunctuation?: boolean
}

export interface ReadOriginal {
  page: OriginalPage | RefusedPage
  path: string
}

export async function* readOriginals(names: readonly string[], options: Reading): AsyncGenerator<ReadOriginal> {
  const waiting = new Map<string, { path: string; pages: OriginalPage[] }>()
  for await (const path of gather(names)) {
    for await (const opened of openOriginals(path)) {
      const page = 'refused' in opened ? opened : pageOf(opened, options)
      if ('refused' in page || page.pages === undefined) {
        yield { page, path }
        continue
      }
      const key = articleKey(page)
      const begun = waiting.get(key) ?? { path, pages: [] }
      begun.pages.push(page)
      waiting.set(key, begun)
      if (begun.pages.length < page.pages.of) continue
      waiting.delete(key)
      for (const whole of joinPages(begun.pages)) yield { page: whole, path: begun.path }
    }
  }
  for (const { path, pages } of waiting.values()) for (const page of joinPages(pages)) yield { page, path }
}

function pageOf(opened: Opened, { restorePunctuation = false }: Reading): OriginalPage | RefusedPage {
  const read = parsePage(opened)
  if ('refused' in read) return read
  const page = restorePunctuation ? restorePage(read) : read
  return { ...page, provenance: { ...page.provenance, capturedAt: opened.capturedAt } }
}
