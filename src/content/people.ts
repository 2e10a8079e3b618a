/**
 * A person's page: who they are, told apart from namesakes, and what they wrote, edited or appear in.
 *
 *   personPages(articles, shelf)  →  [{ name: '韩岭', about: '禾风日报 编辑', listings: [{ label: '责编', total: 3, days: […] }] }, …]
 */
import { ROLES } from '../../sanity/schema/roles.ts'
import type { ArticleDocument, ProfileDocument } from './documents.ts'
import { canonicalOf, hrefOf, personAddress, type Link } from './links.ts'
import { linkedPerson } from './linkedData.ts'
import { listingOf, type Listing } from './listing.ts'
import { imageModel, type PictureModel } from './picture.ts'
import type { Shelf, SiteModel } from './shelf.ts'

export interface PersonPage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  name: string
  native?: { text: string; lang: string; script: string }
  otherNames: string[]
  about: string
  note?: string | undefined
  portrait?: Pick<PictureModel, 'src' | 'width' | 'height'> | undefined
  /** Others of the same name, with what tells them apart. */
  namesakes: (Link & { about: string })[]
  listings: Listing[]
  data: object
}

/** Articles (newest first) and the shelf in; a page for each profile out. */
export function personPages(articles: readonly ArticleDocument[], shelf: Shelf): PersonPage[] {
  const parts = partsByPerson(articles)
  const named = Map.groupBy(shelf.profiles.values(), ({ name }) => name)
  return [...shelf.profiles.values()].map((profile) =>
    personPage(profile, parts.get(profile._id) ?? new Map(), named.get(profile.name) ?? [], shelf),
  )
}

/** By person, by what they did: `Map { 'profile-han-ling' → Map { 'editor' → [articles], 'mentioned' → [articles] } }`. */
type Parts = Map<string, ArticleDocument[]>

function partsByPerson(articles: readonly ArticleDocument[]): Map<string, Parts> {
  const people = new Map<string, Parts>()
  const add = (person: string | undefined, part: string, article: ArticleDocument): void => {
    if (person === undefined) return
    const parts = people.get(person) ?? new Map<string, ArticleDocument[]>()
    const list = parts.get(part) ?? []
    if (list.at(-1) !== article) list.push(article)
    parts.set(part, list)
    people.set(person, parts)
  }
  for (const article of articles) {
    for (const { role, who } of article.attributions ?? []) add(who?._ref, role, article)
    for (const { profiles } of article.sections ?? [])
      for (const { _ref } of profiles ?? []) add(_ref, 'mentioned', article)
  }
  return people
}

function personPage(
  profile: ProfileDocument,
  parts: Parts,
  named: readonly ProfileDocument[],
  shelf: Shelf,
): PersonPage {
  const { name, nativeName, note } = profile
  const address = personAddress(profile._id)
  const portrait = imageModel(profile.portrait?.asset?._ref, shelf)
  const labels = [...ROLES.map(({ id, title }) => ({ id, title })), { id: 'mentioned', title: '文中人物' }]
  return {
    site: shelf.site,
    address,
    canonical: canonicalOf(shelf.site.origin, address),
    name,
    ...(nativeName?.text === undefined
      ? {}
      : { native: { text: nativeName.text, lang: nativeName.lang ?? 'und', script: nativeName.script ?? '' } }),
    otherNames: profile.otherNames ?? [],
    about: aboutOf(profile),
    note,
    portrait,
    namesakes: named
      .filter(({ _id }) => _id !== profile._id)
      .map((other) => ({ text: name, href: hrefOf(personAddress(other._id)), about: aboutOf(other) })),
    listings: labels.flatMap(({ id, title }) => {
      const articles = parts.get(id) ?? []
      return articles.length === 0 ? [] : [listingOf(title, articles, shelf)]
    }),
    data: linkedPerson(profile, shelf),
  }
}

const aboutOf = ({ organisation, position, place }: ProfileDocument): string =>
  [place, organisation, position].filter(Boolean).join(' ')
