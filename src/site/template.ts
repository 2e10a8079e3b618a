/**
 * Eleventy's side of a kind of page: a file for each place, drawn from the catalogue.
 *
 *   export const { data, render } = pagesOf('day')   →  one file for each day, at its own address
 */
import type { Catalogue } from '../content/catalogue.ts'
import type { Place } from '../content/pages.ts'
import { draw, type DrawnKind } from './draw.ts'

interface Given {
  place: Place<DrawnKind>
  archive: { catalogue: Catalogue }
}

export const pagesOf = (kind: DrawnKind) => ({
  data: {
    pagination: { data: `archive.places.${kind}`, size: 1, alias: 'place' },
    permalink: ({ place }: Given): string => place.address,
    eleventyExcludeFromCollections: true,
  },
  render: ({ place, archive }: Given): string =>
    attempt(() => {
      const text = draw(place, archive.catalogue)
      if (text !== undefined) return text
      throw new Error(`expected a page at ${place.address}, found none of the kind “${place.kind}”`)
    }),
})

/**
 * A page's text, or, when its view threw, a line in its place by which publishing names the document and leaves it out: one page that
 * cannot be printed would else stop the whole site.
 */
function attempt(print: () => string): string {
  try {
    return print()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `<!--zebian:failed ${why.replaceAll('--', '- -').slice(0, 300)}-->`
  }
}
