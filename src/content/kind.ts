/**
 * A kind of page: which pages of it there are, where each stands, what each prints, and which of them a change can alter.
 *
 *   dayKind.keys(catalogue)                  →  ['2024-06-01', '2024-06-02', …]
 *   dayKind.address('2024-06-02')            →  '/days/2024/0602.html'
 *   dayKind.model('2024-06-02', catalogue)   →  the page's model; undefined when there is no such page (now)
 *   dayKind.touched(change, catalogue)       →  ['2024-06-02', …], or ALL
 *
 * A build draws every key. A publish draws the touched keys of every kind and writes what came out (pages.ts, `touchedPlaces`): the
 * site is then, byte for byte, what a build would have written, for `touched` may name too many pages and never too few. What it
 * names is bounded by the article's own day, channels, credits and neighbours, or by the articles that refer to what was renamed.
 */
import type { Catalogue } from './catalogue.ts'
import type {
  ArticleDocument,
  ChannelDocument,
  PictureDocument,
  ProfileDocument,
  SiteDocument,
  SourceDocument,
} from './documents.ts'

export interface PageKind<Model> {
  keys(catalogue: Catalogue): Iterable<string>
  address(key: string): string
  /** The address of the list of which such a page is a part: no other page leads to it but the list's own, that one and its parts. */
  partOf?(key: string): string
  model(key: string, catalogue: Catalogue): Model | undefined
  /** The catalogue is the one right after this change; of several changes each is filed and asked for in its turn. */
  touched(change: Change, catalogue: Catalogue): Touched
}

/**
 * One document before and after: undefined where it was not there yet, or is there no longer. An article that is held back by its
 * embargo is not there; when the embargo ends, that is a change.
 */
export type Change =
  | { type: 'article'; before: ArticleDocument | undefined; after: ArticleDocument | undefined }
  | { type: 'profile'; before: ProfileDocument | undefined; after: ProfileDocument | undefined }
  | { type: 'source'; before: SourceDocument | undefined; after: SourceDocument | undefined }
  | { type: 'picture'; before: PictureDocument | undefined; after: PictureDocument | undefined }
  | { type: 'channel'; before: ChannelDocument | undefined; after: ChannelDocument | undefined }
  | { type: 'site'; before: SiteDocument | undefined; after: SiteDocument | undefined }

/** Every page of the site, for what stands on every page has changed: the publish is a build. */
export const ALL = 'all'
export type Touched = readonly string[] | typeof ALL
