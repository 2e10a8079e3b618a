/** About this site: `/about/`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('about')
