/**
 * What readers could read of an article, from its first publication to today.
 *
 *   historyOf(page, catalogue)  →  [{ revision: 'r1', at: '2024-06-02T…', blocks: […] }, { revision: 'r3', at: '2024-06-05T…', blocks: […] }]
 *   historyOf(page, catalogue)  →  []    it has been the same since it came out
 *
 * The store keeps what a release printed before it is replaced (src/store/versions.ts), as it was printed: a name that is mended later
 * stays in the old version as readers saw it. Only what the page itself says makes a version; recommendations do not.
 */
import type { ArticlePage } from './article.ts'
import { blocksOf, type Block } from './blocks.ts'
import type { Catalogue } from './catalogue.ts'
import { updatedAt } from './record.ts'

export interface Version {
  /** The lake's revision of the document. */
  revision: string
  /** From when on readers may have read it: an ISO instant. */
  at: string
  blocks: readonly VersionBlock[]
}

type VersionBlock = Exclude<Block, { kind: 'links' | 'picture' }>

/** Older versions, each oldest first. */
export interface KeptVersions {
  of(id: string): readonly Version[]
  /** The articles that have any. */
  ids(): Iterable<string>
}

export const NO_VERSIONS: KeptVersions = { of: () => [], ids: () => [] }

export const versionOf = (page: ArticlePage): Version => ({
  revision: page.record.revision,
  at: page.record.updatedAt,
  blocks: blocksOf(page).flatMap(wordsOf),
})

/** A picture's file may be gone by the time someone looks: its words stay. */
function wordsOf(block: Block): VersionBlock[] {
  if (block.kind === 'links') return []
  if (block.kind !== 'picture') return [block]
  const { alt, caption, credit } = block.picture
  return [{ kind: 'line', text: `［图］${[caption ?? alt, credit].filter((part) => part !== undefined).join(' ')}` }]
}

/** Of the page and what was kept of it: each version has a page of its own that counts them all. */
const HISTORIES = new WeakMap<ArticlePage, { kept: readonly Version[]; history: readonly Version[] }>()

/** Today's last, each unlike the one before it; none when there is only today's. */
export function historyOf(page: ArticlePage, catalogue: Pick<Catalogue, 'versions'>): readonly Version[] {
  const kept = catalogue.versions(page.record.id)
  const known = HISTORIES.get(page)
  if (known?.kept === kept) return known.history
  const history = historyFrom(page, kept)
  HISTORIES.set(page, { kept, history })
  return history
}

function historyFrom(page: ArticlePage, kept: readonly Version[]): readonly Version[] {
  if (kept.length === 0) return []
  // Of two within a second the later: they would have one address.
  const bySecond = new Map<string, Version>()
  for (const version of [...kept, versionOf(page)]) {
    bySecond.delete(stampOf(version))
    bySecond.set(stampOf(version), version)
  }
  const all = [...bySecond.values()]
  const different = all.filter((version, index) => index === 0 || !saysTheSame(version, all[index - 1]))
  return different.length < 2 ? [] : different
}

const saysTheSame = (version: Version, other: Version | undefined): boolean =>
  JSON.stringify(version.blocks) === JSON.stringify(other?.blocks)

/** `stampOf({ at: '2024-06-05T09:00:00Z' })` → `20240605090000`, in UTC, as web archives write an instant into an address. */
export const stampOf = ({ at }: Pick<Version, 'at'>): string =>
  new Date(at).toISOString().replaceAll(/\D/gu, '').slice(0, 14)

/** Every stamp under which a page of the article may stand or have stood. */
export const stampsOf = (kept: readonly Version[], documents: readonly Parameters<typeof updatedAt>[0][]): string[] =>
  [...kept, ...documents.map((document) => ({ at: updatedAt(document) }))].map(stampOf)
