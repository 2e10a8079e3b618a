/**
 * The editors' desk as one configuration, for the embedded lake or for hosted Sanity.
 *
 *   defineConfig(studioConfig(SETTINGS))
 *     →  /studio/desk (稿件台) and /studio/vision (查询), in Chinese, without the parts of Sanity that need its cloud
 */
import { DocumentsIcon } from '@sanity/icons/Documents'
import { zhHansLocale } from '@sanity/locale-zh-hans'
import { visionTool } from '@sanity/vision'
import type { SingleWorkspace, Template } from 'sanity'
import { structureTool } from 'sanity/structure'
import { actionsFor } from './actions/index.ts'
import { LiveBadge } from './badges/LiveBadge.ts'
import { lakeClient } from './lake/lakeClient.ts'
import type { StudioSettings } from './desk/settings.ts'
import { documentNode, IN_CHANNEL_TEMPLATE, structure } from './desk/structure.ts'
import { API_VERSION } from './desk/useAnswer.ts'
import { STUDIO_TYPES } from './desk/vocabulary.ts'
import { MISSING_WORDS } from './desk/words.ts'
import { FormInput } from './inputs/index.ts'

/** Everything that asks Sanity's own services, or that a newsroom without an account cannot use. */
const LEAN = {
  releases: { enabled: false },
  scheduledDrafts: { enabled: false },
  scheduledPublishing: { enabled: false },
  tasks: { enabled: false },
  announcements: { enabled: false },
  apps: { canvas: { enabled: false } },
  beta: { eventsAPI: { documents: false, releases: false } },
} as const

const inChannel: Template = {
  id: IN_CHANNEL_TEMPLATE,
  title: '本频道的稿件',
  schemaType: 'article',
  parameters: [{ name: 'channel', type: 'string', title: '频道' }],
  value: ({ channel }: { channel: string }) => ({ channel: { _type: 'reference', _ref: channel } }),
}

/** What an editor may start from the bar at the top; the site is there once, and a channel's own article starts in its list. */
const NOT_MADE_ANEW = new Set(['site', IN_CHANNEL_TEMPLATE])

export function studioConfig({ projectId, dataset, embedded }: StudioSettings): SingleWorkspace {
  return {
    name: 'zebian',
    title: '责编',
    projectId,
    dataset,
    plugins: [
      structureTool({
        name: 'desk',
        title: '稿件台',
        icon: DocumentsIcon,
        structure,
        defaultDocumentNode: documentNode,
      }),
      visionTool({ name: 'vision', title: '查询', defaultApiVersion: `v${API_VERSION}` }),
      zhHansLocale(),
    ],
    schema: { types: STUDIO_TYPES, templates: (given) => [...given, inChannel] },
    i18n: MISSING_WORDS,
    form: { components: { input: FormInput } },
    document: {
      actions: actionsFor,
      badges: (given, { schemaType }) => (schemaType === 'article' ? [...given, LiveBadge] : given),
      newDocumentOptions: (given, { creationContext }) =>
        creationContext.type === 'global' ? given.filter(({ templateId }) => !NOT_MADE_ANEW.has(templateId)) : given,
      comments: { enabled: false },
      askToEdit: { enabled: false },
    },
    ...LEAN,
    ...(embedded ? { unstable_clientFactory: lakeClient } : {}),
  }
}
