/**
 * An article in feeds: what each format prints of it, made once and kept as long as nothing changes that its page prints.
 *
 *   feedItem(head, catalogue).told('rss', (page) => '<item>…')   →  { modifiedAt: '2024-06-02T00:30:00Z', text: '<item>…' }
 *
 * The page is made only when a format is not kept (`Catalogue.kept`).
 */
import type { ArticlePage } from '../article.ts'
import type { Catalogue, Head } from '../catalogue.ts'
import { pageOf } from './lastPage.ts'

export interface FeedItem {
  /** `format`: any name for what `make` writes. */
  told(format: string, make: (page: ArticlePage) => string): Told
}

interface Told {
  /** ISO instant at which the article was last changed. */
  modifiedAt: string
  text: string
}

/** One item for all the feeds that hold it, as long as the document is the same; of a whole archive not all at once. */
const MADE = new WeakMap<Catalogue, Map<string, FeedItem>>()
const MOST_MADE = 500

export function feedItem(head: Head, catalogue: Catalogue): FeedItem {
  const made = MADE.get(catalogue) ?? new Map<string, FeedItem>()
  MADE.set(catalogue, made)
  const key = `${head.id} ${head.rev}`
  const known = made.get(key) ?? itemFrom(head, catalogue)
  if (made.size >= MOST_MADE) made.clear()
  made.set(key, known)
  return known
}

function itemFrom({ id }: Head, catalogue: Catalogue): FeedItem {
  let page: ArticlePage | undefined
  const ownPage = (): ArticlePage => {
    page ??= pageOf(id, catalogue)
    if (page === undefined) throw new Error(`expected the article ${id} that a list names, found none; build again`)
    return page
  }
  const told = new Map<string, Told>()
  return {
    told: (format, make) => {
      const known = told.get(format) ?? parseTold(kept(id, format, () => formatTold(ownPage(), make), catalogue))
      told.set(format, known)
      return known
    },
  }
}

const kept = (id: string, format: string, make: () => string, catalogue: Catalogue): string =>
  catalogue.kept?.(id, `feed ${format}`, make) ?? make()

const formatTold = (page: ArticlePage, make: (page: ArticlePage) => string): string =>
  `${page.record.modifiedAt}\n${make(page)}`

function parseTold(text: string): Told {
  const end = text.indexOf('\n')
  return { modifiedAt: text.slice(0, end), text: text.slice(end + 1) }
}
