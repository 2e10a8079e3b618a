/**
 * The settings' press: where releases stand, who builds them, whom to ask before a page may go.
 *
 *   const press = await openPress(settings, door)
 *   await makeRelease(press, { reason: 'by hand', announced: {} })
 */
import type { Door } from '../client.ts'
import { secretsOf } from '../publish/gates/secrets.ts'
import type { Made, Press } from '../publish/make.ts'
import { placesOf } from '../publish/release/places.ts'
import type { Settings } from '../settings.ts'
import type { Store } from '../store/store.ts'

export async function openPress(settings: Settings, door: Door): Promise<Press> {
  // Loaded when it is wanted: going back to an earlier release must not wait for what draws pages.
  const [{ builderFrom }, { openStore }] = await Promise.all([
    import('../build/builder.ts'),
    import('../store/store.ts'),
  ])
  const store = STORES.get(settings.store.file) ?? openStore(settings.store)
  STORES.set(settings.store.file, store)
  return { ...pressWith(settings, door), builder: builderFrom(store, door, settings.build) }
}

/** Open until the process ends: what a store remembers makes the next publish quick. */
const STORES = new Map<string, Store>()

/** All but the builder. */
function pressWith({ site, publish }: Settings, door: Door): Omit<Press, 'builder'> {
  return {
    places: placesOf(site.folder),
    kept: publish.kept,
    secrets: secretsOf(process.env),
    stillThere: async (ids) => {
      const answer = await door.ask('*[_id in $ids]._id', { ids })
      if (Array.isArray(answer)) return answer.map(String)
      throw new Error(`expected a list of ids from the lake, found ${typeof answer}; nothing is removed: try again`)
    },
    now: () => new Date(),
  }
}

/** What a release came to in, lines to print out: one for the release, one for each document in quarantine. */
export function describeMade({ id, changed, manifest }: Made, folder: string): string[] {
  const {
    pages,
    files: { size: files },
  } = manifest
  const first =
    id === undefined
      ? `Nothing to change: ${pages} pages (${files} files) stand in ${folder}, release ${manifest.id}.`
      : `Built ${pages} pages (${files} files) into ${folder}, release ${id}: ${changed} files changed.`
  return [
    first,
    ...manifest.quarantined.map(
      ({ document, field, reason, remedy }) =>
        `  未上网　${document}${field === '' ? '' : `（${field}）`}　${reason}；${remedy}`,
    ),
  ]
}

/** 0 whole, 3 published without the documents in quarantine. */
export const exitCodeOf = ({ manifest }: Made): number => (manifest.quarantined.length === 0 ? 0 : 3)
