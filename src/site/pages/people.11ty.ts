/** People by the first letter of their names’ readings: `/search/people-s.html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('people')
