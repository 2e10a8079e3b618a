/**
 * The written rules of the feed formats, which have no schema of their own: a file in, what is wrong with it out.
 *
 *   checkRss('<rss>…')  →  ['item 1: pubDate “2024-06-02” is no date of RFC 822']
 *
 * RSS 2.0: https://www.rssboard.org/rss-specification and the profile's advice on guids and dates; JSON Feed 1.1:
 * https://www.jsonfeed.org/version/1.1/; Google News sitemaps: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap;
 * Atom 1.0 by RFC 4287 4.1.1 and 4.1.2, beside its RELAX NG schema where that lies.
 */
import { at, listAt, textAt } from './json.ts'
import { checkXml, textsAt } from './validators.ts'

const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/u
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u
const isWeb = (text: string): boolean => /^https?:\/\/[^\s/]/u.test(text) && URL.canParse(text)

type Rule = [what: string, holds: boolean]
const broken = (rules: readonly Rule[]): string[] => rules.flatMap(([what, holds]) => (holds ? [] : [what]))

const NAMES = {
  atom: 'http://www.w3.org/2005/Atom',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
  s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  at: 'http://purl.org/atompub/tombstones/1.0',
}

export function checkRss(text: string): string[] {
  const xml = checkXml(text)
  if (xml.length > 0) return xml
  const all = (path: string): string[] => textsAt(text, path, NAMES)
  const items = all('/rss/channel/item').length
  const guids = all('/rss/channel/item/guid')
  return broken([
    ['rss has no version 2.0', all('/rss/@version').join('') === '2.0'],
    ...['title', 'link', 'description'].map((name): Rule => [
      `channel needs one ${name}`,
      all(`/rss/channel/${name}`).length === 1,
    ]),
    ['channel link is no address', all('/rss/channel/link').every(isWeb)],
    ['channel has no atom:link to itself', all('/rss/channel/atom:link[@rel="self"]/@href').filter(isWeb).length === 1],
    [
      'an item has neither title nor description',
      all('/rss/channel/item[not(title) and not(description)]').length === 0,
    ],
    ['an item’s link is no address', all('/rss/channel/item/link').every(isWeb)],
    ['an item has no guid, or two have one', new Set(guids).size === items],
    ...[...all('//pubDate'), ...all('//lastBuildDate')].map((date): Rule => [
      `“${date}” is no date of RFC 822`,
      RFC_822.test(date),
    ]),
    ['author must be an address of e-mail', all('/rss/channel/item/author').every((one) => one.includes('@'))],
  ])
}

export function checkAtomRules(text: string): string[] {
  const xml = checkXml(text)
  if (xml.length > 0) return xml
  const all = (path: string): string[] => textsAt(text, path, NAMES)
  const entries = all('/atom:feed/atom:entry').length
  return broken([
    ...['id', 'title', 'updated'].flatMap((name): Rule[] => [
      [`feed needs one ${name}`, all(`/atom:feed/atom:${name}`).length === 1],
      [`every entry needs one ${name}`, all(`/atom:feed/atom:entry/atom:${name}`).length === entries],
    ]),
    [
      'an entry without an author in a feed without one',
      all('/atom:feed/atom:author').length > 0 || all('/atom:feed/atom:entry[not(atom:author)]').length === 0,
    ],
    ['a person without a name', all('//atom:author[not(atom:name)] | //atom:contributor[not(atom:name)]').length === 0],
    ['two entries have one id', new Set(all('/atom:feed/atom:entry/atom:id')).size === entries],
    ['an id is no IRI', all('//atom:id').every((id) => URL.canParse(id))],
    ...[...all('//atom:updated'), ...all('//atom:published'), ...all('//at:deleted-entry/@when')].map((date): Rule => [
      `“${date}” is no date of RFC 3339`,
      RFC_3339.test(date),
    ]),
  ])
}

export function checkJsonFeed(text: string): string[] {
  const feed: unknown = JSON.parse(text)
  const items = listAt(feed, 'items')
  const ids = items.map((item) => textAt(item, 'id'))
  return broken([
    ['version is not 1.1', textAt(feed, 'version') === 'https://jsonfeed.org/version/1.1'],
    ['title is missing', textAt(feed, 'title') !== ''],
    ['items is no list', Array.isArray(at(feed, 'items'))],
    ['an item has no id, or two have one', ids.every((id) => id !== '') && new Set(ids).size === ids.length],
    [
      'an item has neither content_html nor content_text',
      items.every((item) => textAt(item, 'content_html') + textAt(item, 'content_text') !== ''),
    ],
    [
      'an address is none',
      [feed, ...items].every((one) =>
        ['home_page_url', 'feed_url', 'url', 'image'].every(
          (name) => at(one, name) === undefined || isWeb(textAt(one, name)),
        ),
      ),
    ],
    ['a date is not of RFC 3339', items.every((item) => RFC_3339.test(textAt(item, 'date_published')))],
    [
      'an author has neither name nor url nor avatar',
      items.every((item) => listAt(item, 'authors').every((one) => textAt(one, 'name') + textAt(one, 'url') !== '')),
    ],
    [
      'an extension is no object',
      [feed, ...items].every((one) =>
        Object.entries(typeof one === 'object' && one !== null ? one : {}).every(
          ([name, value]) => !name.startsWith('_') || (typeof value === 'object' && !Array.isArray(value)),
        ),
      ),
    ],
  ])
}

/** Beside what the sitemap's own schema asks, which knows nothing of news. */
export function checkNewsSitemap(text: string, now: Date): string[] {
  const all = (path: string): string[] => textsAt(text, path, NAMES)
  const urls = all('/s:urlset/s:url').length
  const dates = all('//news:publication_date')
  return broken([
    ...['title', 'publication_date'].map((name): Rule => [
      `every url needs one news:${name}`,
      all(`/s:urlset/s:url/news:news/news:${name}`).length === urls,
    ]),
    ...['name', 'language'].map((name): Rule => [
      `every publication needs one news:${name}`,
      all(`//news:publication/news:${name}`).length === urls,
    ]),
    ['more than 1,000 addresses', urls <= 1000],
    ['a language Google does not know', all('//news:language').every((one) => ['zh-cn', 'zh-tw'].includes(one))],
    ...dates.map((date): Rule => [
      `“${date}” is not of the last two days`,
      Number(now) - Date.parse(date) <= 2 * 86_400_000 && RFC_3339.test(date),
    ]),
  ])
}
