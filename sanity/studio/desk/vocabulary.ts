/**
 * The schema as the Studio shows it: the same types with icons, and with the rules that have to ask the lake.
 *
 *   STUDIO_TYPES  →  article with a document's icon and a check that its address is free, profile with one for namesakes, …
 *
 * The schema itself knows neither React nor the lake: the site reads it in Node. Inputs are chosen in `../inputs/FormInput.tsx`.
 */
import { BlockContentIcon } from '@sanity/icons/BlockContent'
import { CogIcon } from '@sanity/icons/Cog'
import { DocumentIcon } from '@sanity/icons/Document'
import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { EditIcon } from '@sanity/icons/Edit'
import { ImageIcon } from '@sanity/icons/Image'
import { LinkIcon } from '@sanity/icons/Link'
import { TagIcon } from '@sanity/icons/Tag'
import { TextIcon } from '@sanity/icons/Text'
import { TiersIcon } from '@sanity/icons/Tiers'
import { UserIcon } from '@sanity/icons/User'
import type { ComponentType } from 'react'
import type { DocumentRule, SchemaTypeDefinition } from 'sanity'
import { article, articleRules } from '../../schema/article.ts'
import { schemaTypes } from '../../schema/index.ts'
import { profile, profileRules } from '../../schema/profile.ts'
import { addressTaken, namesake } from './sameElsewhere.ts'

const ICONS: Readonly<Record<string, ComponentType>> = {
  article: DocumentTextIcon,
  profile: UserIcon,
  channel: TiersIcon,
  source: TagIcon,
  site: CogIcon,
  section: BlockContentIcon,
  attribution: UserIcon,
  creditLine: TextIcon,
  picture: ImageIcon,
  correction: EditIcon,
  recommended: LinkIcon,
}

const ASKING: readonly SchemaTypeDefinition[] = [
  { ...article, validation: (rule: DocumentRule) => [...articleRules(rule), rule.custom(addressTaken).error()] },
  { ...profile, validation: (rule: DocumentRule) => [...profileRules(rule), rule.custom(namesake).warning()] },
]

export const STUDIO_TYPES: SchemaTypeDefinition[] = schemaTypes.map((plain): SchemaTypeDefinition => {
  const type = ASKING.find(({ name }) => name === plain.name) ?? plain
  return { ...type, icon: ICONS[type.name] ?? DocumentIcon }
})
