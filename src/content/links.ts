/**
 * Where things stand on the site.
 *
 *   personLink({ _id: 'profile-shi-yan', name: '石砚' })  →  { text: '石砚', href: '/people/shi-yan.html' }
 *   channelLink({ path: 'xiangcun', name: '乡村' })       →  { text: '乡村', href: '/channels/xiangcun.html' }
 *   webAddress('javascript:alert(1)')                  →  undefined
 *   hrefOf('/2024/0602/渠水.html')                        →  '/2024/0602/%E6%B8%A0%E6%B0%B4.html'
 */
import type { ChannelDocument, ProfileDocument, SourceDocument } from './documents.ts'

/** A run of text, linked or not; a printed line is a list of them, and their texts joined are the line to the letter. */
export interface Run {
  text: string
  href?: string
}

export interface Link extends Run {
  href: string
}

/** An address in, as it stands in an href out; most hold no letter that an href writes otherwise. */
export const hrefOf = (address: string): string => (/^[\w./-]*$/u.test(address) ? address : encodeURI(address))

const tail = (id: string, kind: string): string => (id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : id)

export const personAddress = (id: string): string => `/people/${tail(id, 'profile')}.html`
export const sourceAddress = (id: string): string => `/sources/${tail(id, 'source')}.html`
export const channelAddress = (path: string): string => `/channels/${path}.html`
/** `dayAddress('2024-06-02')` → `/days/2024/0602.html`; likewise months `/days/2024/06.html` and years `/days/2024.html`. */
export const dayAddress = (day: string): string => `/days/${day.slice(0, 4)}/${day.slice(5, 7)}${day.slice(8, 10)}.html`
/** A day or an hour of it, `2024-06-02-08` → `/days/2024/0602-08.html`. */
export const hourAddress = (hour: string): string => dayAddress(hour).replace(/\.html$/u, `${hour.slice(10)}.html`)
export const monthAddress = (month: string): string => `/days/${month.slice(0, 4)}/${month.slice(5, 7)}.html`
export const yearAddress = (year: string): string => `/days/${year.slice(0, 4)}.html`
/** `topicAddress('article-qudao')` → `/topics/qudao.html` */
export const topicAddress = (id: string): string => `/topics/${tail(id, 'article')}.html`
/** The month's list of a channel, a source or a person: `/channels/yaowen/2024-06.html`. */
export const partAddress = (whole: string, part: string): string => whole.replace(/\.html$/u, `/${part}.html`)

/** The whole address of a page, where the site has an origin. */
export const canonicalOf = (origin: string | undefined, address: string): string | undefined =>
  origin === undefined ? undefined : origin + hrefOf(address)

const PEOPLE = new WeakMap<object, Link>()

/** The link to a person, made once for each document: ten articles in a row name the same people. */
export function personLink(profile: Pick<ProfileDocument, '_id' | 'name'>): Link {
  const known = PEOPLE.get(profile)
  if (known !== undefined) return known
  const link = { text: profile.name, href: hrefOf(personAddress(profile._id)) }
  PEOPLE.set(profile, link)
  return link
}

export const sourceLink = ({ _id, name }: Pick<SourceDocument, '_id' | 'name'>): Link => ({
  text: name,
  href: hrefOf(sourceAddress(_id)),
})
export const channelLink = ({ path, name }: Pick<ChannelDocument, 'path' | 'name'>): Link => ({
  text: name,
  href: hrefOf(channelAddress(path)),
})

/** An address that leads over the web, as it was written; anything else is no link: a browser would run `javascript:`. */
export const webAddress = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\/[^\s/]/iu.test(url) && URL.canParse(url) ? url : undefined
