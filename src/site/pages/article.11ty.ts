/** One page for each article, at the article's own address. */
import type { ArticlePage } from '../../content/article.ts'
import { articleView } from '../views/article.ts'

export const data = {
  pagination: { data: 'archive.articles', size: 1, alias: 'model' },
  permalink: ({ model }: { model: ArticlePage }): string => model.address,
  eleventyExcludeFromCollections: true,
}

export const render = ({ model }: { model: ArticlePage }): string => articleView(model).text
