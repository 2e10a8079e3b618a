/** The page for addresses that lead nowhere; servers send it with status 404. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('notFound')
