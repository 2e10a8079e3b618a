/**
 * A page for each person of the archive.
 *
 *   personKind.model('profile-han-ling', catalogue)  →  { name: '韩岭', about: '禾风日报 编辑', listings: [{ label: '责编', … }], … }
 */
import type { Catalogue } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { personAddress } from '../links.ts'
import { personPage, type PersonPage } from '../people.ts'
import { idOf, isEverywhere, keysTouched } from '../touch.ts'

export const personKind: PageKind<PersonPage> = {
  keys: (catalogue) => [...everyone(catalogue)].map(({ _id }) => _id),
  address: personAddress,
  model: (id, catalogue) => {
    const profile = catalogue.profile(id)
    return profile === undefined ? undefined : personPage(profile, catalogue)
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    if (change.type === 'article') return idsIn(keysTouched(change, 'person'))
    if (change.type === 'picture') return catalogue.profiles('portrait', idOf(change)).map(({ _id }) => _id)
    if (change.type !== 'profile') return []
    const names = [change.before, change.after].flatMap((profile) => profile?.name ?? [])
    const namesakes = names.flatMap((name) => catalogue.profiles('name', name).map(({ _id }) => _id))
    return [...new Set([idOf(change), ...namesakes])]
  },
}

/** Name by name, for all of them may be more than fit into memory. */
function* everyone(catalogue: Catalogue) {
  for (const { key } of catalogue.profileTallies('name')) yield* catalogue.profiles('name', key)
}

/** `['profile-a/editor', 'profile-a/mentioned']` → `['profile-a']` */
export const idsIn = (keys: readonly string[]): string[] => [
  ...new Set(keys.map((key) => key.slice(0, key.indexOf('/')))),
]
