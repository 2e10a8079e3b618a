/** A day’s ninjs package: `/days/2024/0602.ninjs.json`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('package')
