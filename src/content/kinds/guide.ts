/**
 * The few files of their own: llms.txt for language models, the style sheet of the feeds.
 *
 *   guideKind.model('/llms.txt', catalogue)  →  { address: '/llms.txt', site, newest: [Head, …] }
 */
import type { Head } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'

export interface GuideModel {
  address: string
  site: SiteModel
  newest: readonly Head[]
}

const ADDRESSES = ['/llms.txt', '/feed.css']
const MOST_TOLD = 50

export const guideKind: PageKind<GuideModel> = {
  keys: () => ADDRESSES,
  address: (key) => key,
  model: (key, catalogue) =>
    ADDRESSES.includes(key)
      ? { address: key, site: siteModel(catalogue), newest: catalogue.list('all', '', MOST_TOLD) }
      : undefined,
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'article' ? ['/llms.txt'] : []
  },
}
