/**
 * What the head of a page says of where the page is.
 *
 *   urlOf(sheet, markup)  →  'http://xj.hefeng.example/n2/2020/0702/c1-2.html'
 *
 * Only that: names, dates and sources in metas are templates' leftovers as often as not (measured: `author` is the author's on 1 page
 * of 33), and what stands on the page is read there.
 */
import { webAddress } from '../address.ts'
import type { Sheet } from './sheet.ts'
import { attributeOf, type Element } from './tree.ts'

/** A browser that saves a page writes where it was into a comment at the top. */
const SAVED = /<!--\s*saved from url=\(\d+\)(?<url>\S+)\s*-->/u

export function urlOf(sheet: Sheet, markup: string): string | undefined {
  const saved = SAVED.exec(markup.slice(0, 2000))?.groups?.['url']
  const canonical = valueOf(sheet.head, 'rel', 'canonical', 'href')
  const shared = valueOf(sheet.head, 'property', 'og:url', 'content')
  return [canonical, shared, saved].map(webAddress).find((url) => url !== undefined && new URL(url).pathname.length > 1)
}

function valueOf(head: readonly Element[], attribute: string, value: string, wanted: string): string | undefined {
  const found = head.find((element) => attributeOf(element, attribute)?.toLowerCase() === value)
  return found === undefined ? undefined : attributeOf(found, wanted)?.trim()
}
