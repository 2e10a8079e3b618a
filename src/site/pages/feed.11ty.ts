/** Feeds of the site, its channels and its people: `/index.rss.xml` and so on. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('feed')
