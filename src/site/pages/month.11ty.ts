/** One calendar for each month: `/days/2024/06.html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('month')
