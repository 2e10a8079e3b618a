/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): writers as `authors`, all credits with their roles as `_credits`.
 *
 *   jsonFeed(feed)  →  '{"version":"https://jsonfeed.org/version/1.1","title":"禾风网",…}'
 *
 * The extension, as docs/formats.md describes it: `_credits` of an item is an object whose `people` is a list in printed order, each
 * with `role` (an id of the role table), `label` (as printed), `name` and, where there are such, `note` and `url`; `_deleted` of the
 * feed is an object whose `items` is a list of the ids that were withdrawn, with the instant.
 */
import type { ArticlePage } from '../content/article.ts'
import { inPart, type Credited } from '../content/credited.ts'
import { hrefOf } from '../content/links.ts'
import type { SiteModel } from '../content/site.ts'
import { formatOffset } from '../text/dates.ts'
import { itemId, whole } from './addresses.ts'
import { articleHtml } from './content.ts'
import type { Feed } from './feed.ts'

export function jsonFeed({ site, title, about, home, self, items, deleted }: Feed): string {
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: whole(site, home),
    feed_url: whole(site, `${self}.feed.json`),
    description: about,
    language: 'zh-Hans',
    authors: [{ name: site.title, url: whole(site, '/') }],
    ...(deleted.length === 0
      ? {}
      : { _deleted: { items: deleted.map(({ id, at }) => ({ id: itemId(site, id), at: formatOffset(at) })) } }),
  })
  return `${head.slice(0, -1)},"items":[${items.map((item) => item.told('json', itemOf).text).join(',')}]}\n`
}

function itemOf(page: ArticlePage): string {
  const { site, address, title, publishedAt, description, path, pictures, record } = page
  const authors = inPart(record.people, 'author').map((one) => authorOf(one, site))
  const image = pictures[0]?.src
  return JSON.stringify({
    id: itemId(site, record.id),
    url: whole(site, hrefOf(address)),
    ...(record.original?.url === undefined ? {} : { external_url: record.original.url }),
    title,
    summary: description,
    content_html: articleHtml(page),
    ...(image === undefined ? {} : { image: whole(site, image) }),
    date_published: formatOffset(publishedAt),
    ...(record.modifiedAt === publishedAt ? {} : { date_modified: formatOffset(record.modifiedAt) }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(path.length === 0 ? {} : { tags: path.map(({ text }) => text) }),
    language: 'zh-Hans',
    ...(record.people.length === 0 ? {} : { _credits: { people: record.people.map((one) => creditOf(one, site)) } }),
  })
}

const urlOf = ({ href }: Credited, site: SiteModel): object => (href === undefined ? {} : { url: whole(site, href) })

const authorOf = (one: Credited, site: SiteModel): object => ({ name: one.name, ...urlOf(one, site) })

const creditOf = (one: Credited, site: SiteModel): object => ({
  role: one.role,
  label: one.label,
  name: one.name,
  ...(one.note === undefined ? {} : { note: one.note }),
  ...urlOf(one, site),
})
