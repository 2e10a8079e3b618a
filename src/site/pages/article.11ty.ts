/** One page for each article, at the article's own address. */
import type { ArticlePage } from '../../content/article.ts'
import { printed } from '../html.ts'
import { articleView } from '../views/article.ts'
import { attempt } from './printed.ts'

interface Pressed {
  address: string
  page: () => ArticlePage
}

export const data = {
  pagination: { data: 'archive.articles', size: 1, alias: 'model' },
  permalink: ({ model }: { model: Pressed }): string => model.address,
  eleventyExcludeFromCollections: true,
}

export const render = ({ model }: { model: Pressed }): string => attempt(() => printed(articleView(model.page())))
