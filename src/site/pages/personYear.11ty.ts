/** A person's year: `/people/…/2024.html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('personYear')
