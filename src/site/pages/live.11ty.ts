/** Which revision of each article stands on the site: `/live.json`, for the Studio's badge. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('live')
