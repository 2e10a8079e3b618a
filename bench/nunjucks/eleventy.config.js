/**
 * A stock Eleventy site as its guides set one up: Nunjucks pages and layout, pagination of size 1 over global data, a Markdown filter.
 *
 *   BENCH_DOCUMENTS=documents.json eleventy --config=bench/nunjucks/eleventy.config.js --output=folder --quiet
 */
import MarkdownIt from 'markdown-it'
import { articleSheet, LISTING_SHEET } from '../../src/site/styles/sheet.ts'
import { plainArchive } from '../plain.ts'

export default function eleventy(config) {
  const markdown = new MarkdownIt()
  config.addGlobalData('archive', () => plainArchive(process.env['BENCH_DOCUMENTS'] ?? ''))
  config.addGlobalData('sheets', { listing: LISTING_SHEET })
  config.addFilter('sheet', (html) => articleSheet(html))
  config.addFilter('markdown', (text) => markdown.render(text))
  config.addFilter('uri', (address) => encodeURI(address))
  return {
    dir: { input: 'bench/nunjucks/pages', includes: '../includes' },
    templateFormats: ['njk'],
  }
}
