/** One page for each channel: `/channels/….html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('channel')
