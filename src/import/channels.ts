/**
 * The channel of ours that a page's path leads to, found by name; none is made: another paper's sections are not this one's.
 *
 *   channelFor(['禾风网', '要闻', '乡村'], channels)  →  'channel-xiangcun'
 *   channelFor(['禾风网', '乡村'], channels)         →  'channel-xiangcun', when only one channel is called so
 *   channelFor(['禾风网', '滚动'], channels)         →  undefined
 */
export interface KnownChannel {
  _id: string
  name: string
  parent?: string | undefined
}

/** A path as the page prints it in, the id of the channel that its last known step names out. */
export function channelFor(path: readonly string[], channels: readonly KnownChannel[]): string | undefined {
  for (const [index, step] of [...path.entries()].toReversed()) {
    const named = channels.filter(({ name }) => name === step)
    if (named.length === 1) return named[0]?._id
    const above = new Set(channels.filter(({ name }) => name === path[index - 1]).map(({ _id }) => _id))
    const below = named.filter(({ parent }) => parent !== undefined && above.has(parent))
    if (below.length === 1) return below[0]?._id
    // Two of one name, and nothing that tells them apart: an editor chooses.
    if (named.length > 1) return undefined
  }
  return undefined
}
