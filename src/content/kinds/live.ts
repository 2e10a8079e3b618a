/**
 * Which revision of each article stands on the site, for the Studio's badge: `{"article-a": "rev1"}`.
 *
 *   liveKind.model('', catalogue)  →  { 'article-a': 'rev1', … }
 */
import { ALL, type PageKind } from '../kind.ts'
import { isEverywhere } from '../touch.ts'

export const liveKind: PageKind<Record<string, string>> = {
  keys: () => [''],
  address: () => '/live.json',
  model: (_key, catalogue) => Object.fromEntries(catalogue.list('all', '').map(({ id, rev }) => [id, rev])),
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'article' ? [''] : []
  },
}
