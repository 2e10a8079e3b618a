/**
 * One shard of a segment, a pair: terms in order, each with the articles that hold it.
 *
 *   parseShard(formatShard([['把渠', [0, 7]], ['把渠修到', [7]]]))  →  the same
 *
 * In columns, because deflate finds more to share there: how many units a term shares with the one before, how many follow, in how many
 * articles it stands; the units' high bytes, their low bytes; the articles' numbers as steps from one to the next. Numbers are
 * LEB128: seven bits a byte, the last below 128. Articles of a segment are numbered from the oldest, 0, on.
 */
export type Posting = readonly [term: string, articles: readonly number[]]

export function formatShard(postings: readonly Posting[]): Uint8Array<ArrayBuffer> {
  const heads: number[] = []
  const high: number[] = []
  const low: number[] = []
  const steps: number[] = []
  let before = ''
  for (const [term, articles] of postings) {
    let shared = 0
    while (shared < before.length && shared < term.length && before.charCodeAt(shared) === term.charCodeAt(shared))
      shared += 1
    pushNumber(heads, shared)
    pushNumber(heads, term.length - shared)
    pushNumber(heads, articles.length)
    for (let at = shared; at < term.length; at += 1) {
      high.push(term.charCodeAt(at) >> 8)
      low.push(term.charCodeAt(at) & 0xff)
    }
    let last = -1
    for (const article of articles) {
      pushNumber(steps, article - last - 1)
      last = article
    }
    before = term
  }
  const sizes: number[] = []
  for (const size of [postings.length, heads.length, high.length]) pushNumber(sizes, size)
  const bytes = new Uint8Array(sizes.length + heads.length + high.length + low.length + steps.length)
  let at = 0
  for (const column of [sizes, heads, high, low, steps]) {
    bytes.set(column, at)
    at += column.length
  }
  return bytes
}

function pushNumber(column: number[], number: number): void {
  let left = number
  for (; left > 127; left >>>= 7) column.push((left & 127) | 128)
  column.push(left)
}

/** Bytes in, the postings out; whatever is no shard comes out as fewer or other terms, never as an endless loop. */
export function parseShard(bytes: Uint8Array): Posting[] {
  let at = 0
  const number = (): number => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at] ?? 0
      at += 1
      value |= (byte & 127) << shift
      if (byte < 128) break
    }
    return value
  }
  const [count, headSize, units] = [number(), number(), number()]
  let unit = at + headSize
  let step = unit + 2 * units
  const postings: Posting[] = []
  let term = ''
  for (let index = 0; index < count && at < bytes.length; index += 1) {
    const shared = number()
    const rest = number()
    const size = number()
    term = term.slice(0, shared)
    const end = Math.min(unit + rest, bytes.length)
    for (; unit < end; unit += 1) term += String.fromCharCode(((bytes[unit] ?? 0) << 8) | (bytes[unit + units] ?? 0))
    const back = at
    at = step
    const articles: number[] = []
    for (let last = -1; articles.length < size && at < bytes.length;) {
      last += number() + 1
      articles.push(last)
    }
    step = at
    at = back
    postings.push([term, articles])
  }
  return postings
}
