/** Everyone by the first letter of the name: `/people/`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('everyone')
