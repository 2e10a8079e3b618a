/**
 * The files of pictures that some page shows, each form one, and of no others: a withdrawn article's pictures leave the site with it.
 *
 *   pictureKind.model('image-3f…-960x640-png', catalogue)           →  { address: '/pictures/3f…-960x640.png', asset }
 *   pictureKind.model('image-3f…-960x640-png 960.webp', catalogue)  →  { address: '/pictures/3f…-960x640-960.webp', asset, form }
 *   pictureKind.model('/2024/0602/a1.card.png', catalogue)          →  { address: '/2024/0602/a1.card.png', card }, where the site has cards
 *
 * What is written there are the asset's bytes, fetched through the door, or what is made of them; not a page that a view draws.
 */
import type { Catalogue } from '../catalogue.ts'
import type { PictureDocument } from '../documents.ts'
import { ALL, type Change, type PageKind } from '../kind.ts'
import { articleOfCard, cardAddress, cardOf } from '../card.ts'
import { addressOfKey, type CardFile, type PictureFile } from '../picture.ts'
import { formKey, formsOf, parseKey } from '../pictureForms.ts'
import { siteModel } from '../site.ts'
import { idOf, isEverywhere, keysTouched } from '../touch.ts'
import { addressesTouched } from './addresses.ts'
import { articleKind } from './article.ts'
import { pageAt } from './lastPage.ts'

export const pictureKind: PageKind<PictureFile> = {
  keys: (catalogue) => {
    const shown = [...catalogue.tallies('picture'), ...catalogue.profileTallies('portrait')].map(({ key }) => key)
    const files = [...new Set(shown)].flatMap((id) => keysOf(catalogue.picture(id)))
    return siteModel(catalogue).cards ? [...files, ...Array.from(articleKind.keys(catalogue), cardAddress)] : files
  },
  address: addressOfKey,
  model: (key, catalogue) => {
    if (key.startsWith('/')) return cardFile(key, catalogue)
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
    const cards = siteModel(catalogue).cards ? cardsTouched(change, catalogue) : []
    if (change.type !== 'profile' && change.type !== 'article') return cards
    const shown =
      change.type === 'article'
        ? keysTouched(change, 'picture')
        : [change.before, change.after].flatMap((profile) => profile?.portrait?.asset?._ref ?? [])
    return [...[...new Set(shown)].flatMap((id) => keysOf(catalogue.picture(id))), ...cards]
  },
}

function cardFile(key: string, catalogue: Catalogue): CardFile | undefined {
  const page = siteModel(catalogue).cards ? pageAt(articleOfCard(key), catalogue) : undefined
  return page === undefined ? undefined : { address: key, card: cardOf(page) }
}

function cardsTouched(change: Change, catalogue: Catalogue): string[] {
  const referring = catalogue.list('references', idOf(change)).map(({ address }) => address)
  const own = change.type === 'article' ? addressesTouched(change, catalogue) : []
  return [...new Set([...own, ...referring])].map(cardAddress)
}

const keysOf = (asset: PictureDocument | undefined): string[] =>
  asset === undefined ? [] : [asset._id, ...formsOf(asset).map((form) => formKey(asset._id, form))]

const isShown = (id: string, catalogue: Catalogue): boolean =>
  catalogue.count('picture', id) > 0 || catalogue.profiles('portrait', id).length > 0
