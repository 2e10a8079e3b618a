/** About this release: `/about/release/`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('release')
