/**
 * What stands in the head for those who share an article, and for those who cite it.
 *
 *   shareHead(page)  →  Html '<meta property="og:title" content="把渠修到田头">\n…<link rel="alternate" type="application/json+oembed" …>\n'
 *   citeHead(page)   →  Html '<meta name="citation_title" content="把渠修到田头">\n<meta name="citation_author" content="石砚">\n…'
 */
import type { ArticlePage } from '../../content/article.ts'
import { citeTags, shareLinks, shareTags, type HeadTag } from '../../formats/headTags.ts'
import { html, nothing, type Html } from '../html.ts'

export const shareHead = (page: ArticlePage): Html =>
  html`${tagsView(shareTags(page))}${shareLinks(page).map(({ rel, type, href }) => html`<link rel="${rel}" type="${type}" href="${href}">\n`)}`

export const citeHead = (page: ArticlePage): Html => html`${tagsView(citeTags(page))}`

const tagsView = (tags: readonly HeadTag[]): Html[] =>
  tags.map(
    ({ name, property, content }) =>
      html`<meta${name === undefined ? nothing : html` name="${name}"`}${property === undefined ? nothing : html` property="${property}"`} content="${content}">\n`,
  )
