/**
 * How an article is named for good, and whole addresses.
 *
 *   itemId(page)  →  'https://hefeng.example/#article-a1'
 *
 * The id does not change when an article moves to another address; readers of feeds know by it what they have shown already. It is
 * made of the site's own address, so that it is a true IRI; without one it is a name in a namespace of ours.
 */
import type { SiteModel } from '../content/site.ts'

export const itemId = (site: Pick<SiteModel, 'origin'>, id: string): string =>
  site.origin === undefined ? `urn:zebian:${id}` : `${site.origin}/#${id}`

/** `/people/a.html` → `https://hefeng.example/people/a.html` */
export const whole = (site: Pick<SiteModel, 'origin'>, href: string): string =>
  href.startsWith('/') ? (site.origin ?? '') + href : href
