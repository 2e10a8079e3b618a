/**
 * The windows of a text as they are defined, one text each.
 *
 *   windowsOf('把渠修到')  →  ['把渠修到', '渠修到', '修到']
 */
import { WINDOW } from '../../src/search/terms.ts'

export const windowsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + WINDOW))
