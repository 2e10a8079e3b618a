/**
 * The files of pictures that some page shows, each form one, and of no others: a withdrawn article's pictures leave the site with it.
 *
 *   pictureKind.model('image-3f…-960x640-png', catalogue)           →  { address: '/pictures/3f…-960x640.png', asset }
 *   pictureKind.model('image-3f…-960x640-png 960.webp', catalogue)  →  { address: '/pictures/3f…-960x640-960.webp', asset, form }
 *
 * What is written there are the asset's bytes, fetched through the door, or what is made of them; not a page that a view draws.
 */
import type { Catalogue } from '../catalogue.ts'
import type { PictureDocument } from '../documents.ts'
import { ALL, type PageKind } from '../kind.ts'
import { addressOfKey, type PictureFile } from '../picture.ts'
import { formKey, formsOf, parseKey } from '../pictureForms.ts'
import { isEverywhere, keysTouched } from '../touch.ts'

export const pictureKind: PageKind<PictureFile> = {
  keys: (catalogue) => {
    const shown = [...catalogue.tallies('picture'), ...catalogue.profileTallies('portrait')].map(({ key }) => key)
    return [...new Set(shown)].flatMap((id) => keysOf(catalogue.picture(id)))
  },
  address: addressOfKey,
  model: (key, catalogue) => {
    const { id } = parseKey(key)
    const asset = catalogue.picture(id)
    if (asset === undefined || !isShown(id, catalogue)) return undefined
    if (key === id) return { address: addressOfKey(key), asset }
    const form = formsOf(asset).find((one) => formKey(id, one) === key)
    return form === undefined ? undefined : { address: addressOfKey(key), asset, form }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    if (change.type === 'picture') return [...new Set([change.before, change.after].flatMap(keysOf))]
    if (change.type !== 'profile' && change.type !== 'article') return []
    const shown =
      change.type === 'article'
        ? keysTouched(change, 'picture')
        : [change.before, change.after].flatMap((profile) => profile?.portrait?.asset?._ref ?? [])
    return [...new Set(shown)].flatMap((id) => keysOf(catalogue.picture(id)))
  },
}

const keysOf = (asset: PictureDocument | undefined): string[] =>
  asset === undefined ? [] : [asset._id, ...formsOf(asset).map((form) => formKey(asset._id, form))]

const isShown = (id: string, catalogue: Catalogue): boolean =>
  catalogue.count('picture', id) > 0 || catalogue.profiles('portrait', id).length > 0
