/** Which revision of each article stands on the site: `{"article-a": "rev1"}`, for the Studio's badge. */
import type { Archive } from '../../content/pages.ts'

export const data = { permalink: '/live.json', eleventyExcludeFromCollections: true }

export const render = ({ archive }: { archive: Archive }): string => JSON.stringify(archive.live)
