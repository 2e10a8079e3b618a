/**
 * What can be looked up: pieces of text, readings of names, and what an article is filed under.
 *
 *   tilesOf('把渠修到田头')         →  ['把渠修到', '修到田头']           whoever has all of them has the phrase, but for rare chance
 *   homeOf('把渠修到')            →  '把渠'                         the part by which a shard is chosen
 *   shardOf('把渠修到', 64)        →  37
 *
 * Text is folded (./fold.ts) and holds letters and digits only, so the marks `~` and `#` set the other kinds apart.
 */

/** Units a window is long (./gather.ts): a phrase of two letters or more begins one, and of up to four is one lookup in one shard, and exact. */
export const WINDOW = 4

/** The windows that a phrase is looked up by: up to eight letters, each overlaps the one before; of more, first, middle and last. */
export function tilesOf(phrase: string): string[] {
  if (phrase.length <= WINDOW) return [phrase]
  const last = phrase.length - WINDOW
  const places = last <= 4 ? [0, 2, last] : [0, last >> 1, last]
  return [...new Set(places.filter((at) => at <= last))].map((at) => phrase.slice(at, at + WINDOW))
}

/** A name's reading and the name itself: `~shiyan=石砚`. */
export const readingTerm = (reading: string, name: string): string => `~${reading}=${name}`

export const dayTerm = (day: string): string => `#d${day.replaceAll('-', '')}`
export const yearTerm = (year: string): string => `#y${year}`
export const channelTerm = (path: string): string => `#c${path}`
export const sourceTerm = (folded: string): string => `#s${folded}`
export const roleTerm = (role: string, folded: string): string => `#r${role}:${folded}`
/** An address, an id or the number in an address. */
export const addressTerm = (address: string): string => `#a${address.toLowerCase()}`

/** Letters of a reading that must be typed before it is completed. */
export const READING = 4

/** All terms of one home stand in one shard: those with the same first two letters, readings that begin alike, days of one month. */
export function homeOf(term: string): string {
  if (term.startsWith('~')) return term.slice(0, 1 + READING).split('=')[0] ?? ''
  if (term.startsWith('#d')) return term.slice(0, 8)
  return term.startsWith('#') ? term : term.slice(0, 2)
}

/** FNV-1a over the home's units; `shards` is a power of two. */
export function shardOf(term: string, shards: number): number {
  const home = homeOf(term)
  let hash = 0x811c9dc5
  for (let at = 0; at < home.length; at += 1) hash = Math.imul(hash ^ home.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) & (shards - 1)
}
