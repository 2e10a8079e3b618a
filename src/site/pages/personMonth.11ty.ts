/** A person's month: `/people/…/2024-06.html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('personMonth')
