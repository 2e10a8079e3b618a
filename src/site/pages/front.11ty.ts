/** The front page. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('front')
