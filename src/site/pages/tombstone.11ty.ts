/** What stands at a withdrawn article's address. */
import type { TombstonePage } from '../../content/pages.ts'
import { tombstoneView } from '../views/notice.ts'
import { attempt } from './printed.ts'

export const data = {
  pagination: { data: 'archive.tombstones', size: 1, alias: 'model' },
  permalink: ({ model }: { model: TombstonePage }): string => model.address,
  eleventyExcludeFromCollections: true,
}

export const render = ({ model }: { model: TombstonePage }): string => attempt(() => tombstoneView(model).text)
