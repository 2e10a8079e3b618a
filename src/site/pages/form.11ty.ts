/** An article’s other forms, each beside its page: `….txt`, `….md`, `….ninjs.json` and so on. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('form')
