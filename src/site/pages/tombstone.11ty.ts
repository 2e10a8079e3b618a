/** What stands at the addresses of withdrawn articles. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('tombstone')
