/** The search page's script, under the digest of its code. */
import { searchModule } from '../../search/make/module.ts'

const { address, code } = await searchModule()

export const data = { permalink: address, eleventyExcludeFromCollections: true }

export const render = (): string => code
