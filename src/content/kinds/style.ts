/**
 * The page that shows every component with sample words: what screenshots photograph and whoever changes a style looks at.
 *
 *   styleKind.model('', catalogue)  →  { site, address: '/about/style/index.html' }
 */
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf } from '../links.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'

export interface StylePage {
  site: SiteModel
  address: string
  canonical?: string | undefined
}

const ADDRESS = '/about/style/index.html'

export const styleKind: PageKind<StylePage> = {
  keys: () => [''],
  address: () => ADDRESS,
  model: (_key, catalogue) => {
    const site = siteModel(catalogue)
    return { site, address: ADDRESS, canonical: canonicalOf(site.origin, ADDRESS) }
  },
  touched: (change) => (isEverywhere(change) ? ALL : []),
}
