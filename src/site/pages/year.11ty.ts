/** One calendar for each year: `/days/2024.html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('year')
