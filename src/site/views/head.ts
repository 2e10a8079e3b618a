/**
 * An article's head for those who cite and share.
 *
 *   articleHead(page)  →  Html '<meta name="citation_title" property="og:title" content="把渠修到田头">\n…<link rel="alternate" type="application/json+oembed" …>\n'
 */
import type { ArticlePage } from '../../content/article.ts'
import { headLinks, headTags } from '../../formats/headTags.ts'
import { html, nothing, type Html } from '../html.ts'

export const articleHead = (page: ArticlePage): Html =>
  html`${headTags(page).map(
    ({ name, property, content }) =>
      html`<meta${name === undefined ? nothing : html` name="${name}"`}${property === undefined ? nothing : html` property="${property}"`} content="${content}">\n`,
  )}${headLinks(page).map(({ rel, type, href }) => html`<link rel="${rel}" type="${type}" href="${href}">\n`)}`
