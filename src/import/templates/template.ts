/**
 * What is known of one generation of an outlet's pages: where on them the parts of an article stand.
 *
 *   { name: '人民网 2016', signs: ['#rwb_zw', '.text_title'], title: '.text_title h1', body: '#rwb_zw', … }
 *
 * A template knows places, never words: whatever it does not name, and whatever is not at the place that it names, is read by the
 * grammar of lines as on a page of an outlet that nobody knows.
 */
export interface Template {
  name: string
  /** Ids and classes that all stand on a page of this generation: `#rwb_zw`, `.text_title`. */
  signs: readonly string[]
  kicker?: string
  title?: string
  subtitle?: string
  byline?: string
  /** Where date and source stand. */
  head?: string
  body?: string
  /** Where the credits below the text stand. */
  foot?: string
  /** What stands in the body's element and is not of the text. */
  without?: string
  /** The outlet itself, named as the source where its pages name none; believed only when the page shows the name. */
  outlet?: string
  /** Entries of the list of links beside the text that belongs to the article. */
  recommended?: string
  channel?: string
}
