/** `/sitemap.xml` and what it names. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('sitemap')
