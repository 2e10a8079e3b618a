/**
 * What an original page said, before anything is filed: the shape that `zebian read --json` prints, one object a line.
 *
 *   { file: 'a.txt', title: '把渠修到田头', publishedAt: '2024-06-02T08:30:00+08:00', source: { name: '禾风日报' },
 *     credits: [{ role: 'editor', label: '责编', people: [{ name: '韩岭', printed: '韩岭' }], printed: '(责编：韩岭)', place: 'foot' }],
 *     sections: [{ paragraphs: ['渠水……'] }, { heading: '先修渠', paragraphs: ['……'] }], … }
 *
 * Paragraphs are as printed, with the dateline in front and the reporters in brackets behind; filing takes these apart.
 */
import type { RoleId } from '../../sanity/schema/roles.ts'
import type { CreditLine } from '../../sanity/types.ts'

export type LinePlace = CreditLine['place']

/** A page that could be read. */
export interface OriginalPage {
  file: string
  url?: string | undefined
  kicker?: string | undefined
  title: string
  subtitle?: string | undefined
  /** To the precision that the page shows, +08:00. */
  publishedAt?: string | undefined
  source?: { name: string; url?: string | undefined } | undefined
  originalTitle?: string | undefined
  dateline?: string | undefined
  channel: string[]
  credits: PageCredit[]
  /** Lines kept to the letter, in the order in which they stand. */
  lines: PageLine[]
  sections: PageSection[]
  pictures: PagePicture[]
  printReference?: string | undefined
  recommended: PageLink[]
  /** Which of how many pages of an article this is; absent where it is whole. */
  pages?: { number: number; of: number } | undefined
  provenance: {
    sha256: string
    normalisations: string[]
    capturedAt?: string | undefined
    template?: string | undefined
  }
  /** What was not understood, in Chinese, for an editor; the text concerned stays in the page. */
  problems: string[]
}

/** A page that could not be read, and why. */
export interface RefusedPage {
  file: string
  refused: string
}

export interface PageCredit {
  role: RoleId
  label: string
  people: {
    name: string
    printed: string
    note?: string | undefined
    code?: string | undefined
    affiliation?: string | undefined
    /** Printed where a name belongs, and no person's: a log-in name, a desk's number. No profile is made of it. */
    nobody?: boolean
  }[]
  printed: string
  place: LinePlace
}

export interface PageLine {
  place: LinePlace
  text: string
}

export interface PageSection {
  heading?: string | undefined
  paragraphs: string[]
}

export interface PagePicture {
  /** Where it was on the web, or as the page names it. */
  url: string
  /** As the page names it: the file may lie beside the page. */
  src: string
  caption?: string | undefined
  alt?: string | undefined
  /** The section whose heading it stands below; 0 above the first. */
  section: number
}

export interface PageLink {
  title: string
  url?: string | undefined
}
