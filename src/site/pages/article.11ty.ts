/** One page for each article, at the article's own address. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('article')
