/** What stands at addresses that articles had before. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('redirect')
