/**
 * What a browser does with a tag when no style sheet says otherwise: begins a line, shows nothing, prints bold.
 *
 *   BLOCKS.has('p')                                       →  true
 *   isHidden(element of style="display:none; color:red")  →  true
 */
import { attributeOf, type Element } from './tree.ts'

const set = (tags: string): ReadonlySet<string> => new Set(tags.split(' '))

/** Elements that begin and end a line (HTML standard, section 15, “Rendering”). */
export const BLOCKS = set(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup p plaintext pre search section summary table caption tbody td tfoot th thead tr ul xmp',
)
/** Elements whose text no reader of the page sees, or that no paper prints. */
export const UNSEEN = set(
  'script style noscript template textarea select option button iframe svg math object embed audio video canvas map head input',
)
const BOLD = set('b strong h1 h2 h3 h4 h5 h6 th')

export function isHidden(element: Element): boolean {
  if (attributeOf(element, 'hidden') !== undefined) return true
  const style = attributeOf(element, 'style')
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style)
}

export const isCentred = (element: Element): boolean =>
  element.tagName === 'center' ||
  attributeOf(element, 'align')?.toLowerCase() === 'center' ||
  /text-align\s*:\s*center/iu.test(attributeOf(element, 'style') ?? '')

export const isBold = (element: Element): boolean =>
  BOLD.has(element.tagName) || /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(attributeOf(element, 'style') ?? '')
