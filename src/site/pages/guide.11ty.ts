/** `/llms.txt` and the feeds’ style sheet. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('guide')
