/**
 * Prints pages from the store, an article's only when it is not kept there as it was drawn before.
 *
 *   const printer = printerOver(store, await digestOfSources())
 *   printer.print({ kind: 'article', key: '/2024/0602/a1.html', … })   →  its bytes; undefined when there is no such page (any more)
 *   printer.tell({ kind: 'article', key: '/2024/0602/a1.html', … })    →  what sitemap and search say of it, kept while its page is at hand
 *   printer.settle()                                                   →  what was drawn is kept for the next build
 *
 * A page whose view throws comes out as a line that says so (src/site/attempt.ts), and is not kept.
 */
import type { Catalogue } from '../content/catalogue.ts'
import { foldAddress } from '../content/entries.ts'
import { tellSitemap } from '../content/kinds/sitemap.ts'
import type { Place } from '../content/pages.ts'
import { tellSearch } from '../content/searchIndex.ts'
import { attempt } from '../site/attempt.ts'
import { draw, type DrawnKind } from '../site/draw.ts'
import type { Store } from '../store/store.ts'

export interface Printer {
  /** As pages are drawn from it: it knows what was made of articles before. */
  catalogue: Catalogue
  print(place: Place<DrawnKind>): string | Buffer | undefined
  /** Right after an article was drawn anew; of all else nothing is told. */
  tell(place: Place<DrawnKind>): void
  settle(): void
}

export function printerOver(store: Pick<Store, 'catalogue' | 'drawn'>, template: string): Printer {
  const drawn = store.drawn(template)
  const catalogue: Catalogue = { ...store.catalogue, kept: drawn.told }
  let fresh: string | undefined
  const article = (place: Place<DrawnKind>): Buffer | undefined => {
    const kept = drawn.of(place.address)
    const text = kept === undefined ? draw(place, catalogue) : undefined
    if (text === undefined) return kept
    fresh = place.address
    const page = Buffer.from(text)
    drawn.keep(place.address, page)
    return page
  }
  return {
    catalogue,
    print: (place) => attempt(() => (place.kind === 'article' ? article(place) : draw(place, catalogue))),
    tell: ({ kind, address }) => {
      if (kind !== 'article' || address !== fresh) return
      fresh = undefined
      for (const head of catalogue.list('address', foldAddress(address)).filter(({ withdrawn }) => !withdrawn)) {
        tellSitemap(head, catalogue)
        tellSearch(head.id, catalogue)
      }
    },
    settle: () => drawn.settle(),
  }
}
