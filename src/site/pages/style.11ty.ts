/** Every component with sample words: `/about/style/`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('style')
