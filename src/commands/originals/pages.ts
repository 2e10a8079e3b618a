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
import type { Enclosed } from './enclosed.ts'
import { gather } from './gather.ts'
import { openOriginals, type Opened } from './open.ts'

export interface Reading {
  restorePunctuation?: boolean
}

export interface ReadOriginal {
  page: OriginalPage | RefusedPage
  path: string
  enclosed?: Enclosed | undefined
}

/** An article of which not all pages are there yet. */
interface Begun {
  path: string
  pages: OriginalPage[]
  enclosed: Enclosed
}

export async function* readOriginals(names: readonly string[], options: Reading): AsyncGenerator<ReadOriginal> {
  const waiting = new Map<string, Begun>()
  for await (const path of gather(names)) {
    for await (const opened of openOriginals(path)) {
      const page = 'refused' in opened ? opened : pageOf(opened, options)
      const enclosed = 'refused' in opened ? undefined : opened.enclosed
      if ('refused' in page || page.pages === undefined) {
        yield { page, path, enclosed }
        continue
      }
      const key = articleKey(page)
      const begun: Begun = waiting.get(key) ?? { path, pages: [], enclosed: new Map() }
      begun.pages.push(page)
      begun.enclosed = new Map([...begun.enclosed, ...(enclosed ?? [])])
      waiting.set(key, begun)
      if (begun.pages.length < page.pages.of) continue
      waiting.delete(key)
      for (const whole of joinPages(begun.pages)) yield { page: whole, path: begun.path, enclosed: begun.enclosed }
    }
  }
  for (const { path, pages, enclosed } of waiting.values())
    for (const page of joinPages(pages)) yield { page, path, enclosed }
}

function pageOf(opened: Opened, { restorePunctuation = false }: Reading): OriginalPage | RefusedPage {
  const read = parsePage(opened)
  if ('refused' in read) return read
  const page = restorePunctuation ? restorePage(read) : read
  return { ...page, provenance: { ...page.provenance, capturedAt: opened.capturedAt } }
}
