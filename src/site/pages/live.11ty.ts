/** Which revision of each article stands on the site: `/live/2024-06.json`, for the Studio's badge. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('live')
