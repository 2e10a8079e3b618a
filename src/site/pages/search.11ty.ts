/** The search page: `/search/`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('search')
