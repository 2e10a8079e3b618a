/** One page for each source: `/sources/….html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('source')
