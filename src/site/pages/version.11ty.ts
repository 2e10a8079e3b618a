/** An article’s versions, each beside its page, the list of them and its TimeMap. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('version')
