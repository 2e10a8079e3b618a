/** A channel's month: `/channels/…/2024-06.html`. */
import { pagesOf } from '../template.ts'

export const { data, render } = pagesOf('channelMonth')
