/**
 * The files of pictures that some page shows, and of no others: a withdrawn article's pictures leave the site with it.
 *
 *   pictureKind.model('image-3f…-960x640-png', catalogue)  →  { address: '/pictures/3f…-960x640.png', asset }
 *
 * What is written there are the asset's bytes, fetched through the door; not a page that a view draws.
 */
import type { Catalogue } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { pictureAddress, type PictureFile } from '../picture.ts'
import { idOf, isEverywhere, keysTouched } from '../touch.ts'

export const pictureKind: PageKind<PictureFile> = {
  keys: (catalogue) => {
    const shown = [...catalogue.tallies('picture'), ...catalogue.profileTallies('portrait')].map(({ key }) => key)
    return [...new Set(shown)].filter((id) => catalogue.picture(id) !== undefined)
  },
  address: (id) => pictureAddress({ _id: id }),
  model: (id, catalogue) => {
    const asset = catalogue.picture(id)
    return asset === undefined || !isShown(id, catalogue) ? undefined : { address: pictureAddress(asset), asset }
  },
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    if (change.type === 'article') return keysTouched(change, 'picture')
    if (change.type === 'picture') return [idOf(change)]
    if (change.type !== 'profile') return []
    return [change.before, change.after].flatMap((profile) => profile?.portrait?.asset?._ref ?? [])
  },
}

const isShown = (id: string, catalogue: Catalogue): boolean =>
  catalogue.count('picture', id) > 0 || catalogue.profiles('portrait', id).length > 0
