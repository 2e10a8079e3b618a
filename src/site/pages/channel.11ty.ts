/** One page for each channel: `/channels/….html`. */
import type { ListingPage } from '../../content/listing.ts'
import { listingView } from '../views/listing.ts'
import { attempt } from './printed.ts'

export const data = {
  pagination: { data: 'archive.channels', size: 1, alias: 'model' },
  permalink: ({ model }: { model: ListingPage }): string => model.address,
  eleventyExcludeFromCollections: true,
}

export const render = ({ model }: { model: ListingPage }): string => attempt(() => listingView(model).text)
