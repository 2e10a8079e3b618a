/** One page for each topic: `/topics/….html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('topic')
