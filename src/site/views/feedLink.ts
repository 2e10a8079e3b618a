/**
 * By which a reader of feeds finds the feed of a page.
 *
 *   feedLink({ site }, '/channels/xiangcun.html')
 *     →  Html '<link rel="alternate" type="application/atom+xml" href="/channels/xiangcun.atom.xml">'; nothing where the site has no address
 */
import { hrefOf } from '../../content/links.ts'
import type { SiteModel } from '../../content/site.ts'
import { html, nothing, type Html } from '../html.ts'

export const feedLink = ({ site }: { site: SiteModel }, address: string): Html =>
  site.origin === undefined
    ? nothing
    : html`<link rel="alternate" type="application/atom+xml" href="${hrefOf(address.replace(/\.html$/u, '.atom.xml'))}">\n`
