/** The front page: the newest articles by day. */
import type { Archive } from '../../content/pages.ts'
import { frontView } from '../views/listing.ts'

export const data = { permalink: '/index.html', eleventyExcludeFromCollections: true }

export const render = ({ archive }: { archive: Archive }): string => frontView(archive.front).text
