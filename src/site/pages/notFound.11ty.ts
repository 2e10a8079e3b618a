/** The page for addresses that lead nowhere; servers send it with status 404. */
import type { Archive } from '../../content/pages.ts'
import { notFoundView } from '../views/notice.ts'

export const data = { permalink: '/404.html', eleventyExcludeFromCollections: true }

export const render = ({ archive }: { archive: Archive }): string => notFoundView(archive.site).text
