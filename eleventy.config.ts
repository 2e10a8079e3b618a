/**
 * Eleventy's settings: pages in `src/site/pages` as TypeScript, data in `_data`, output in `_site`.
 *
 * Eleventy 3.1 reads TypeScript pages by the alias below and ignores `_data/*.ts` unless it is told how to read them.
 */
import { pathToFileURL } from 'node:url'
import type { EleventyConfig } from '@11ty/eleventy'

/** Pictures leave their page as base64, because a template may only return text. */
const PICTURE = /\/pictures\/[^/]+$/u

export default function eleventy(config: EleventyConfig) {
  config.setQuietMode(true)
  config.addExtension('11ty.ts', { key: '11ty.js' })
  config.addDataExtension('ts', {
    read: false,
    parser: async (path) => {
      const loaded: { default?: unknown } = await import(pathToFileURL(path).href)
      const { default: data } = loaded
      return typeof data === 'function' ? data() : data
    },
  })
  config.addTransform('picture', function decode(content) {
    return PICTURE.test(this.page.outputPath || '') ? Buffer.from(content, 'base64') : content
  })
  return {
    dir: { input: 'src/site/pages', data: '../../../_data', includes: '../views' },
    templateFormats: ['11ty.ts'],
  }
}
