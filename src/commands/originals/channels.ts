/**
 * The archive's channels, for pages that say where they stood.
 *
 *   await knownChannels(door)  →  [{ _id: 'channel-xiangcun', name: '乡村', parent: 'channel-yaowen' }, …]
 */
import type { Door } from '../../client.ts'
import type { KnownChannel } from '../../import/channels.ts'

const QUERY = `*[_type == "channel" && !(_id in path("drafts.**"))] | order(_id) { _id, name, "parent": parent._ref }`

export async function knownChannels(door: Pick<Door, 'ask'>): Promise<KnownChannel[]> {
  const answer = await door.ask(QUERY, {})
  return Array.isArray(answer) ? answer.flatMap((row) => channelIn(row) ?? []) : []
}

function channelIn(row: unknown): KnownChannel | undefined {
  if (typeof row !== 'object' || row === null || !('_id' in row) || !('name' in row)) return undefined
  const { _id, name } = row
  const parent = 'parent' in row && typeof row.parent === 'string' ? row.parent : undefined
  return typeof _id === 'string' && typeof name === 'string' ? { _id, name, parent } : undefined
}
