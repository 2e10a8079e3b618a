/** The calendar of all years: `/days/`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('years')
