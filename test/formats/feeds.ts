/** One article as the only item of a site's feed. */
import type { ArticlePage } from '../../src/content/article.ts'
import type { Feed } from '../../src/formats/feed.ts'

export function feedOf(items: readonly ArticlePage[], deleted: Feed['deleted'] = []): Feed {
  const [{ site } = { site: undefined }] = items
  if (site === undefined) throw new Error('expected at least one page for the feed, found none')
  return {
    site,
    title: '禾风网',
    about: '澄河两岸，一日一报',
    home: '/',
    self: '/feed',
    items: items.map(itemOf),
    deleted,
  }
}

const itemOf = (page: ArticlePage): Feed['items'][number] => ({
  told: (_, make) => ({ modifiedAt: page.record.modifiedAt, text: make(page) }),
})
