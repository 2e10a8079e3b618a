/**
 * Which documents a draft needs around it to be drawn, and how they are asked for.
 *
 *   referredIn({ source: { _ref: 'source-a' }, attributions: [{ who: { _ref: 'profile-b' } }] })  →  ['profile-b', 'source-a']
 */
import type { Documents } from '../../../src/content/documents.ts'
import { pictureAddress } from '../../../src/content/picture.ts'
import { fieldsOf, textOf, type Fields } from '../inputs/value.ts'

/** Every id that a value refers to at any depth, each once, in order: the same set gives the same question. */
export function referredIn(value: unknown): string[] {
  const found = new Set<string>()
  const visit = (inside: unknown): void => {
    if (Array.isArray(inside)) inside.forEach(visit)
    else if (typeof inside === 'object' && inside !== null) {
      for (const [name, part] of Object.entries(inside)) {
        if (name === '_ref' && typeof part === 'string') found.add(part)
        else visit(part)
      }
    }
  }
  visit(value)
  return [...found].toSorted()
}

/** The bar and the path need every channel; of all else only what the draft refers to. */
export const SHELF_QUERY = `{
  "site": *[_id == "site"][0],
  "channels": *[_type == "channel"] | order(_id),
  "sources": *[_type == "source" && _id in $ids],
  "profiles": *[_type == "profile" && _id in $ids],
  "pictures": *[_type == "sanity.imageAsset" && _id in $ids]{ _id, path, sha1hash, size, "width": metadata.dimensions.width, "height": metadata.dimensions.height, "colour": select(metadata.isOpaque == true => metadata.palette.dominant.background) },
  "articles": *[_type == "article" && _id in $ids]
}`

/** Whatever changes there may change the page. */
export const SHELF_FILTER = `*[_id in $ids || _id in $drafts || _id in ["site", "drafts.site"] || _type == "channel"]`

export interface Around {
  documents: Documents
  /** Where each picture's bytes are, by the address that the page gives it. */
  pictures: ReadonlyMap<string, string>
}

export const NOTHING_AROUND: Around = {
  documents: { site: undefined, channels: [], sources: [], profiles: [], pictures: [], articles: [] },
  pictures: new Map(),
}

/** The lake's answer as the query above has it. */
export type ShelfAnswer = Omit<Documents, 'site'> & { site: Documents['site'] | null }

const PICTURES_OF_SANITY = 'https://cdn.sanity.io'

/** Where pictures come from: hosted Sanity has a host of its own for them, a lake serves them itself. */
export const pictureHost = (apiHost: string | undefined): string =>
  apiHost === undefined || /^https:\/\/api\.sanity\.(?:io|work)$/u.test(apiHost) ? PICTURES_OF_SANITY : apiHost

/** An answer and the host of pictures in; documents without the words that a page prints are not ready to be shown. */
export function aroundOf(answer: ShelfAnswer, host: string): Around {
  const { site, channels, sources, profiles, pictures, articles } = answer
  return {
    documents: {
      site: site ?? undefined,
      channels: channels.filter((one) => hasText(one, ['name', 'path'])),
      sources: sources.filter((one) => hasText(one, ['name'])),
      profiles: profiles.filter((one) => hasText(one, ['name'])),
      pictures,
      articles: articles.filter((one) => hasText(one, ['title', 'address', 'publishedAt'])),
    },
    pictures: new Map(pictures.map((picture) => [pictureAddress(picture), `${host}/${picture.path}`])),
  }
}

const hasText = (document: object, names: readonly string[]): boolean => {
  const fields: Fields = fieldsOf(document)
  return names.every((name) => textOf(fields[name]) !== undefined)
}
