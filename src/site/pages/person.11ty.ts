/** One page for each person: `/people/….html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('person')
