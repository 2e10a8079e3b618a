/**
 * The types that pages are made from, by the lake's names and ours, and the shapes of what comes over the wire.
 *
 *   TYPES['sanity.imageAsset']          →  'picture'
 *   isLakeType('system.group')          →  false
 *   nestsDeeper({ a: [{ b: 1 }] }, 2)   →  true
 */
export const TYPES = {
  site: 'site',
  channel: 'channel',
  source: 'source',
  profile: 'profile',
  'sanity.imageAsset': 'picture',
  article: 'article',
} as const

export type LakeType = keyof typeof TYPES
export type DocumentType = (typeof TYPES)[LakeType]

export const isLakeType = (type: unknown): type is LakeType => typeof type === 'string' && Object.hasOwn(TYPES, type)

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether values lie within values more than so many levels deep. */
export function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((inside) => nestsDeeper(inside, levels - 1))
}
