/**
 * People and sources that the lake lacks, made in one transaction; whoever is there already is left as they are.
 *
 *   await createMissing(client, [{ _id: 'profile-3f0c…', _type: 'profile', name: '新人甲' }])
 *
 * They are made published, so that the article that names them can be.
 */
import type { SanityClient } from 'sanity'

export interface Missing {
  _id: string
  _type: string
  name: string
}

export async function createMissing(client: SanityClient, missing: readonly Missing[]): Promise<void> {
  if (missing.length === 0) return
  const transaction = client.transaction()
  for (const document of missing) transaction.createIfNotExists<Record<string, unknown>>({ ...document })
  await transaction.commit({ visibility: 'sync', tag: 'zebian.people' })
}

/** What went wrong, for an editor. */
export const whyFailed = (error: unknown): string =>
  `没有写成：${error instanceof Error ? error.message : String(error)}。稿件没有改动，请检查网络和登录后重试。`
