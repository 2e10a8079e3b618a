/** One page for each day: `/days/2024/0602.html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('day')
