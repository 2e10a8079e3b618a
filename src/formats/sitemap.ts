/**
 * Sitemaps (https://www.sitemaps.org/protocol.html): an index, a file a month, and Google News's file of two days.
 *
 *   sitemapIndex(site, ['/sitemaps/2024-06.xml'])  →  '<?xml …?>\n<sitemapindex …>'
 *   monthSitemap(site, [{ address: '/2024/0602/a1.html', updatedAt: '2024-06-05T…' }])      →  '<?xml …?>\n<urlset …>'
 *
 * Only pages that search engines may show are listed; `lastmod` is when the document was last touched. The index says none, because it
 * would have to look at every article of the archive.
 */
import { hrefOf } from '../content/links.ts'
import type { SiteModel } from '../content/site.ts'
import { formatOffset } from '../text/dates.ts'
import { whole } from './addresses.ts'
import { fileOf, xml, type Xml } from './xml.ts'

interface Listed {
  address: string
  updatedAt: string
}

interface NewsListed extends Listed {
  title: string
  publishedAt: string
}

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

export const sitemapIndex = (site: SiteModel, files: readonly string[]): string =>
  fileOf(xml`<sitemapindex xmlns="${SITEMAP}">
${files.map((file) => xml`<sitemap><loc>${whole(site, file)}</loc></sitemap>\n`)}</sitemapindex>`)

export const monthSitemap = (site: SiteModel, pages: readonly Listed[]): string =>
  fileOf(xml`<urlset xmlns="${SITEMAP}">
${pages.map((page) => xml`<url>${place(site, page)}</url>\n`)}</urlset>`)

export const newsSitemap = (site: SiteModel, pages: readonly NewsListed[]): string =>
  fileOf(xml`<urlset xmlns="${SITEMAP}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${pages.map(
  (page) => xml`<url>${place(site, page)}
<news:news>
<news:publication><news:name>${site.title}</news:name><news:language>zh-cn</news:language></news:publication>
<news:publication_date>${formatOffset(page.publishedAt)}</news:publication_date>
<news:title>${page.title}</news:title>
</news:news></url>
`,
)}</urlset>`)

const place = (site: SiteModel, { address, updatedAt }: Listed): Xml =>
  xml`<loc>${whole(site, hrefOf(address))}</loc><lastmod>${formatOffset(updatedAt)}</lastmod>`
