/**
 * Every kind of page, in the order in which a site is drawn; src/site/views.ts says how each looks.
 *
 *   KINDS.day.address('2024-06-02')  →  '/days/2024/0602.html'
 */
import { aboutKind } from './about.ts'
import { articleKind } from './article.ts'
import { channelKind, channelMonthKind } from './channel.ts'
import { correctionsKind } from './corrections.ts'
import { dayKind } from './day.ts'
import { everyoneKind } from './everyone.ts'
import { feedKind } from './feed.ts'
import { formKind } from './form.ts'
import { frontKind } from './front.ts'
import { guideKind } from './guide.ts'
import { ledgerKind } from './ledger.ts'
import { liveKind } from './live.ts'
import { monthKind } from './month.ts'
import { notFoundKind } from './notFound.ts'
import { packageKind } from './packageDay.ts'
import { personKind } from './person.ts'
import { personMonthKind } from './personMonth.ts'
import { pictureKind } from './picture.ts'
import { redirectKind } from './redirect.ts'
import { peopleKind, searchKind } from './search.ts'
import { sitemapKind } from './sitemap.ts'
import { releaseKind } from './release.ts'
import { sourceKind, sourceMonthKind } from './source.ts'
import { styleKind } from './style.ts'
import { tombstoneKind } from './tombstone.ts'
import { topicKind } from './topic.ts'
import { versionKind } from './version.ts'
import { yearKind, yearsKind } from './year.ts'

export const KINDS = {
  article: articleKind,
  tombstone: tombstoneKind,
  redirect: redirectKind,
  front: frontKind,
  day: dayKind,
  month: monthKind,
  year: yearKind,
  years: yearsKind,
  channel: channelKind,
  channelMonth: channelMonthKind,
  source: sourceKind,
  sourceMonth: sourceMonthKind,
  person: personKind,
  personMonth: personMonthKind,
  everyone: everyoneKind,
  topic: topicKind,
  corrections: correctionsKind,
  search: searchKind,
  people: peopleKind,
  about: aboutKind,
  release: releaseKind,
  style: styleKind,
  notFound: notFoundKind,
  live: liveKind,
  form: formKind,
  version: versionKind,
  package: packageKind,
  feed: feedKind,
  sitemap: sitemapKind,
  ledger: ledgerKind,
  guide: guideKind,
  picture: pictureKind,
} as const

export type KindName = keyof typeof KINDS
