/**
 * About this release: what stands in it, counted, so that a reader can hold the next one against it.
 *
 *   releaseKind.model('', catalogue)  →  { articles: 61, people: 60, corrections: 4, withdrawals: 1, moved: 2, days: 14, newest: '2026年2月24日', … }
 *
 * The hash of the manifest cannot stand inside a page that the manifest names; it stands beside the pages, in the release's folder. What
 * the release holds by class is known only when the rest is drawn: a publisher prints the page again with `held`.
 */
import { dayOf, formatDate } from '../../text/dates.ts'
import { totalOf } from '../calendar.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf } from '../links.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'

export interface ReleasePage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  counts: { label: string; count: number }[]
  oldest: string | undefined
  newest: string | undefined
  /** Known once everything else is drawn, and to a publisher only. */
  held?: Held
}

/** Files of a release by class, in the order in which they are told. */
export interface Held {
  classes: { label: string; files: number; bytes: number }[]
  /** Documents that were not let onto the site. */
  refused: number
}

/** What a release's files are, by the class that `classOf` gives. */
const CLASSES = {
  article: '稿件、引用、历次版本',
  list: '列表和说明',
  search: '检索',
  picture: '图片',
  machine: '供程序读取',
} as const

type ClassName = keyof typeof CLASSES

/** A file's path in, its class out: `/2024/0602/a1.html` → `article`, `/days/2024/0602.html` → `list`. */
export function classOf(path: string): ClassName {
  if (path.startsWith('/search/')) return 'search'
  if (path.startsWith('/pictures/')) return 'picture'
  if (!path.endsWith('.html')) return 'machine'
  return /^\/(?:(?:about|channels|days|people|sources|topics)\/.+|index\.html|404\.html)$/u.test(path)
    ? 'list'
    : 'article'
}

/** Files and bytes by class in, what the page tells of them out. */
export function heldIn(sizes: Readonly<Record<string, readonly [number, number]>>, refused: number): Held {
  const classes = Object.entries(CLASSES).flatMap(([name, label]) => {
    const [files, bytes] = sizes[name] ?? [0, 0]
    return files === 0 ? [] : [{ label, files, bytes }]
  })
  return { classes, refused }
}

const ADDRESS = '/about/release/index.html'

export const releaseKind: PageKind<ReleasePage> = {
  keys: () => [''],
  address: () => ADDRESS,
  model: (_key, catalogue) => {
    const site = siteModel(catalogue)
    const days = catalogue.tallies('day')
    const [newest] = catalogue.list('all', '', 1)
    const [first] = days
    return {
      site,
      address: ADDRESS,
      canonical: canonicalOf(site.origin, ADDRESS),
      counts: [
        { label: '稿件', count: catalogue.count('all', '') },
        { label: '有稿件的日子', count: days.length },
        { label: '人物', count: totalOf(catalogue.profileTallies('initial')) },
        { label: '来源', count: catalogue.sources().length },
        { label: '频道', count: catalogue.channels().length },
        { label: '图片', count: catalogue.tallies('picture').length },
        { label: '更正过的稿件（按年计）', count: totalOf(catalogue.tallies('corrections')) },
        { label: '撤回的稿件', count: totalOf(catalogue.tallies('withdrawn')) },
        { label: '曾用地址', count: totalOf(catalogue.tallies('former')) },
      ],
      oldest: first === undefined ? undefined : formatDate(first.key),
      newest: newest === undefined ? undefined : formatDate(dayOf(newest.publishedAt)),
    }
  },
  touched: (change) => (isEverywhere(change) ? ALL : ['']),
}
