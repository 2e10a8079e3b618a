/** A year’s corrections as JSON: `/about/corrections/2024.json`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('ledger')
