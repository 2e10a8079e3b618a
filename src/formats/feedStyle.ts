/**
 * The style sheet that makes a feed readable in a browser: titles, dates and who did what; the machine's parts are left out.
 *
 *   FEED_CSS  →  '@namespace …'
 *
 * CSS, because browsers are taking XSLT out; links are XHTML inside the feed (`h:a`), which they follow.
 */
import { ROLES } from '../../sanity/schema/roles.ts'

/** Before each name what it did, or an editor would look like a writer. */
const LABELS = ROLES.map(({ id, title }) => `media|credit[role="${id}"]::before { content: "${title} " }`).join('\n')

export const FEED_CSS = `@namespace h "http://www.w3.org/1999/xhtml";
@namespace media "http://search.yahoo.com/mrss/";
:root { color-scheme: light dark }
rss, feed { display: block; max-width: 42em; margin: 0 auto; padding: 1.5em 1em; font: 1rem/1.8 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
rss *, feed * { display: none }
channel, item, entry, title, description, subtitle, summary, pubDate, published { display: block }
title { font-size: 1.25em; font-weight: bold; line-height: 1.4 }
channel > title, feed > title { font-size: 1.75em }
channel > description, feed > subtitle { opacity: .7 }
item, entry { margin-top: 1.5em; padding-top: 1em; border-top: 1px solid #8886 }
pubDate, published { font-size: .85em; opacity: .7 }
h|a { display: inline-block; color: LinkText; text-decoration: underline; margin-right: 1em }
media|credit { display: inline-block; margin-right: .75em; font-size: .9em }
media|credit::before { opacity: .7 }
${LABELS}
`
