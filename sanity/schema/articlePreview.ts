/**
 * An article in a list: its title, and one line that an editor knows it by.
 *
 *   把渠修到田头
 *   2024-06-02 · 禾风日报 · 责编 韩岭、杜若 记者 石砚
 */
import type { PreviewValue } from '@sanity/types'
import { ROLES, roleOf } from './roles.ts'
import { shanghaiDay } from './time.ts'

const EDITOR = roleOf('editor').title

interface Selected {
  title?: string
  source?: string
  publishedAt?: string
  attributions?: unknown
  withdrawn?: unknown
  media?: PreviewValue['media']
}

export const articlePreview = {
  select: {
    title: 'title',
    source: 'source.name',
    publishedAt: 'publishedAt',
    attributions: 'attributions',
    withdrawn: 'withdrawn.date',
    media: 'pictures.0.image',
  },
  prepare({ title, source, publishedAt, attributions, withdrawn, media }: Selected) {
    const parts = [
      withdrawn === undefined ? undefined : '已撤稿',
      shanghaiDay(publishedAt ?? ''),
      source,
      creditsInShort(Array.isArray(attributions) ? attributions : []),
    ]
    return {
      title: title ?? '（未填标题）',
      subtitle: parts.filter((part) => part !== undefined && part !== '').join(' · '),
      ...(media === undefined ? {} : { media }),
    }
  },
}

/** `[{ role: 'reporter', name: '石砚' }, { role: 'editor', name: '韩岭' }]` → `责编 韩岭 记者 石砚`; the editors first, for a list is short of room. */
export function creditsInShort(attributions: readonly unknown[]): string {
  const named = new Map<string, string[]>([[EDITOR, []]])
  for (const one of attributions) {
    if (typeof one !== 'object' || one === null || !('name' in one) || !('role' in one)) continue
    const title = ROLES.find(({ id }) => id === one.role)?.title ?? '署名'
    named.set(title, [...(named.get(title) ?? []), String(one.name ?? '')])
  }
  return [...named]
    .map(([title, names]) => [title, names.filter((name) => name !== '').join('、')] as const)
    .filter(([, names]) => names !== '')
    .map(([title, names]) => `${title} ${names}`)
    .join(' ')
}
