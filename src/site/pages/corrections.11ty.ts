/** Corrections and withdrawals: `/about/corrections/`, and a page for each year. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('corrections')
