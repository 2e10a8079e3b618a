/**
 * Eleventy's side of a kind of page: a file for each place, drawn from the catalogue.
 *
 *   export const { data, render } = pagesOf('day')   →  one file for each day, at its own address
 */
import type { Catalogue } from '../content/catalogue.ts'
import type { Place } from '../content/pages.ts'
import { attempt } from './attempt.ts'
import { draw, type DrawnKind } from './draw.ts'

interface Given {
  place: Place<DrawnKind>
  /** Who builds from the store prints what is kept there; Eleventy by itself draws. */
  archive: { catalogue: Catalogue; print?(place: Place<DrawnKind>): string | undefined }
}

export const pagesOf = (kind: DrawnKind) => ({
  data: {
    pagination: { data: `archive.places.${kind}`, size: 1, alias: 'place' },
    permalink: ({ place }: Given): string => place.address,
    eleventyExcludeFromCollections: true,
  },
  render: ({ place, archive }: Given): string =>
    attempt(() => {
      const { catalogue, print = (one) => draw(one, catalogue) } = archive
      const text = print(place)
      if (text !== undefined) return text
      throw new Error(`expected a page at ${place.address}, found none of the kind “${place.kind}”`)
    }),
})
