/**
 * How each kind of page looks: the kind's model handed to its view.
 *
 *   draw({ kind: 'day', key: '2024-06-02', address: '/days/2024/0602.html' }, catalogue)  →  '<!DOCTYPE html>…'
 *   draw({ kind: 'day', key: '1999-01-01', … }, catalogue)  →  undefined: nothing came out on that day, there is no such page
 *
 * Build and publish draw by this one function; Eleventy's pages (./pages) are thin adapters over it.
 */
import type { Catalogue } from '../content/catalogue.ts'
import type { PageKind } from '../content/kind.ts'
import { KINDS, type KindName } from '../content/kinds/all.ts'
import type { Held } from '../content/kinds/release.ts'
import type { VersionModel } from '../content/kinds/version.ts'
import type { Place } from '../content/pages.ts'
import { feedText, formText, guideText, ledgerText, packageText, sitemapText, timeMapText } from '../formats/files.ts'
import { printed, type Html } from './html.ts'
import { aboutView, releaseView } from './views/about.ts'
import { articleView } from './views/article.ts'
import { calendarView } from './views/calendar.ts'
import { citeView } from './views/cite.ts'
import { correctionsView } from './views/corrections.ts'
import { everyoneView } from './views/everyone.ts'
import { frontView, listingView } from './views/listing.ts'
import { notFoundView, redirectView, tombstoneView } from './views/notice.ts'
import { peopleView } from './views/people.ts'
import { personView } from './views/person.ts'
import { searchView } from './views/search.ts'
import { styleView } from './views/style.ts'
import { versionsView, versionView } from './views/versions.ts'

type Draw = (key: string, catalogue: Catalogue) => string | undefined

function page<Model>(kind: PageKind<Model>, view: (model: Model) => Html): Draw {
  return (key, catalogue) => {
    const model = kind.model(key, catalogue)
    return model === undefined ? undefined : printed(view(model))
  }
}

/** What machines read is text as its format writes it. */
function told<Model>(kind: PageKind<Model>, text: (model: Model) => string): Draw {
  return (key, catalogue) => {
    const model = kind.model(key, catalogue)
    return model === undefined ? undefined : text(model)
  }
}

/** Pictures are bytes: who writes the site fetches them. */
export type DrawnKind = Exclude<KindName, 'picture'>

const DRAWS: Record<DrawnKind, Draw> = {
  article: page(KINDS.article, articleView),
  tombstone: page(KINDS.tombstone, tombstoneView),
  redirect: page(KINDS.redirect, redirectView),
  front: page(KINDS.front, frontView),
  day: page(KINDS.day, listingView),
  month: page(KINDS.month, calendarView),
  year: page(KINDS.year, calendarView),
  years: page(KINDS.years, calendarView),
  channel: page(KINDS.channel, listingView),
  channelMonth: page(KINDS.channelMonth, listingView),
  source: page(KINDS.source, listingView),
  sourceMonth: page(KINDS.sourceMonth, listingView),
  person: page(KINDS.person, personView),
  personMonth: page(KINDS.personMonth, listingView),
  everyone: page(KINDS.everyone, everyoneView),
  topic: page(KINDS.topic, listingView),
  about: page(KINDS.about, aboutView),
  release: page(KINDS.release, releaseView),
  style: page(KINDS.style, styleView),
  corrections: page(KINDS.corrections, correctionsView),
  search: page(KINDS.search, searchView),
  people: page(KINDS.people, peopleView),
  notFound: page(KINDS.notFound, notFoundView),
  form: told(KINDS.form, ({ form, page: article }) =>
    form === 'cite.html' ? printed(citeView(article)) : formText(form, article),
  ),
  version: told(KINDS.version, drawVersion),
  package: told(KINDS.package, packageText),
  feed: told(KINDS.feed, feedText),
  sitemap: told(KINDS.sitemap, sitemapText),
  ledger: told(KINDS.ledger, ledgerText),
  guide: told(KINDS.guide, guideText),
  live: told(KINDS.live, (revisions) => JSON.stringify(revisions)),
}

function drawVersion(model: VersionModel): string {
  switch (model.form) {
    case 'versions.html':
      return printed(versionsView(model))
    case 'version':
      return printed(versionView(model))
    case 'timemap.link':
    case 'timemap.json':
      return timeMapText(model.form, model)
  }
}

/** The page about a release that is drawn but for this page, with what it holds. */
export function drawRelease(held: Held, catalogue: Catalogue): string {
  const model = KINDS.release.model('', catalogue)
  if (model === undefined) throw new Error('expected a page about the release, found that the archive has none')
  return printed(releaseView({ ...model, held }))
}

/** A place in, its file's text out; undefined when there is no such page now. */
export const draw = ({ kind, key }: Place<DrawnKind>, catalogue: Catalogue): string | undefined =>
  DRAWS[kind](key, catalogue)
