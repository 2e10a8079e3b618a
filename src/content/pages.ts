/**
 * Every page of a site, and the pages that a publish has to draw again.
 *
 *   allPlaces(catalogue)                →  [{ kind: 'article', key: '/2024/0602/a1.html', address: '/2024/0602/a1.html' }, …]
 *   touchedPlaces(change, catalogue)    →  the same for what the change can alter, or ALL: build the site
 *
 * To publish a change: file it, ask for the touched places, draw each. Several kinds may name one address (an article, its tombstone,
 * the way to it): at most one of them has a model for it, and where none has (any more), the file goes.
 */
import { checkAddresses } from './addresses.ts'
import type { Catalogue } from './catalogue.ts'
import type { Documents } from './documents.ts'
import { checkInstants } from './instants.ts'
import { ALL, type Change } from './kind.ts'
import { KINDS, type KindName } from './kinds/all.ts'
import { articlesOn } from './kinds/article.ts'
import { formsOf } from './kinds/form.ts'
import { packagesOn } from './kinds/packageDay.ts'
import { catalogueOf } from './memory.ts'
import type { PictureFile } from './picture.ts'

export interface Place<Kind extends KindName = KindName> {
  kind: Kind
  key: string
  address: string
}

/** Documents and the present instant in, the catalogue of a build out; throws AddressError and AnswerError (./addresses, ./instants). */
export function openArchive(documents: Documents, now: Date): Catalogue {
  checkAddresses(documents)
  checkInstants(documents.articles)
  return catalogueOf(documents, now)
}

export const KIND_NAMES = Object.keys(KINDS).filter((name): name is KindName => name in KINDS)

/** Every page of one kind. */
export const placesOf = <Kind extends KindName>(kind: Kind, catalogue: Catalogue): Place<Kind>[] =>
  placed(kind, KINDS[kind].keys(catalogue))

export const allPlaces = (catalogue: Catalogue): Place[] =>
  KIND_NAMES.flatMap((kind): Place[] => placesOf(kind, catalogue))

/** Made of the same articles' pages: what of them one article has, or its day. */
const OF_ARTICLE = new Map<KindName, (address: string) => readonly string[]>([
  ['article', (address) => [address]],
  ['form', formsOf],
])
const OF_DAY = new Map<KindName, (day: string) => readonly string[]>([['package', packagesOn]])

/**
 * Every page of some kinds, one by one, in the order in which a site is drawn: article by article its page and its forms, after each day its
 * packages, so that each article is read once for all of them; then the other kinds.
 */
export function* placesInOrder<Kind extends KindName>(
  catalogue: Catalogue,
  kinds: readonly Kind[],
): Generator<Place<Kind>> {
  for (const { key: day } of catalogue.tallies('day').toReversed()) {
    for (const address of articlesOn(day, catalogue))
      for (const kind of kinds) yield* placed(kind, OF_ARTICLE.get(kind)?.(address) ?? [])
    for (const kind of kinds) yield* placed(kind, OF_DAY.get(kind)?.(day) ?? [])
  }
  for (const kind of kinds)
    if (!OF_ARTICLE.has(kind) && !OF_DAY.has(kind)) yield* placing(kind, KINDS[kind].keys(catalogue))
}

function placed<Kind extends KindName>(kind: Kind, keys: Iterable<string>): Place<Kind>[] {
  return [...placing(kind, keys)]
}

function* placing<Kind extends KindName>(kind: Kind, keys: Iterable<string>): Generator<Place<Kind>> {
  for (const key of keys) yield { kind, key, address: KINDS[kind].address(key) }
}

/** The files of the pictures that some page shows. */
export const picturesOf = (catalogue: Catalogue): PictureFile[] =>
  Array.from(KINDS.picture.keys(catalogue)).flatMap((id) => KINDS.picture.model(id, catalogue) ?? [])

/** What one change can alter; the catalogue is the one right after it. */
export function touchedPlaces(change: Change, catalogue: Catalogue): Place[] | typeof ALL {
  const places: Place[] = []
  const shared = new Set<string>()
  for (const kind of KIND_NAMES) {
    const keys = KINDS[kind].touched(change, catalogue)
    if (keys === ALL) return ALL
    if (SHARING.has(kind)) for (const key of keys) shared.add(key)
    else places.push(...placed(kind, keys))
  }
  return [...places, ...[...SHARING].flatMap((kind): Place[] => placed(kind, shared))]
}

/** Kinds whose keys are addresses: what is touched for one of them may be another's now. */
const SHARING: ReadonlySet<KindName> = new Set<KindName>(['article', 'tombstone', 'redirect'])
