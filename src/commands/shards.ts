/**
 * `zebian build --into FOLDER [--shard 2/4]` and `zebian merge --into FOLDER PART…`: the site's tree alone, in parts for many machines.
 *
 *   zebian build --into out-2 --shard 2/4             →  Drew 23410 files into out-2.
 *   zebian merge --into out out-1 out-2 out-3 out-4   →  Merged 93640 files into out.
 *
 * No release is made and no gate is held: what a machine of a matrix builds is judged where it is put together and published.
 */
import { openDoor } from '../client.ts'
import { drawShard, mergeShards } from '../build/shards.ts'
import type { Settings } from '../settings.ts'
import { openStore } from '../store/store.ts'

/** `2/4` → `{ shard: 2, of: 4 }`; anything else → undefined. */
export function parseShard(text: string): { shard: number; of: number } | undefined {
  const [, shard, of] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text)?.map(Number) ?? []
  return shard !== undefined && of !== undefined && shard >= 1 && shard <= of ? { shard, of } : undefined
}

export async function drawCommand(settings: Settings, into: string, shard = '1/1'): Promise<void> {
  const part = parseShard(shard)
  if (part === undefined)
    throw new Error(`expected a part such as 2/4, found “${shard}”; count from 1 to as many parts as there are`)
  const door = openDoor(settings, { lookOver: false })
  const store = openStore(settings.store)
  try {
    await store.sync(door)
    const { files } = await drawShard(into, store, door, part)
    console.log(`Drew ${files} files into ${into}.`)
  } finally {
    store.close()
    door.close()
  }
}

export function mergeCommand(into: string, parts: readonly string[]): void {
  const { files } = mergeShards(parts, into)
  console.log(`Merged ${files} files into ${into}.`)
}
