/**
 * Which documents can be printed: one that cannot be stops nobody else's page.
 *
 *   siftDocuments(fetched, { exclude: [], holders: {} })
 *     →  { documents: …without them, refused: [{ document: 'article-x', field: 'address', reason: '地址 … 不合规则', … }] }
 *
 * Of two that claim one address, the one that readers have there keeps it; else the older one.
 */
import { isAddress } from '../../sanity/schema/address.ts'
import { AddressError, checkAddresses } from './addresses.ts'
import { AnswerError } from './answers.ts'
import type { ArticleDocument, Documents, Fetched } from './documents.ts'
import { checkInstants } from './instants.ts'

export interface Refused {
  document: string
  revision: string
  field: string
  /** In Chinese: editors read it, likewise the remedy. */
  reason: string
  remedy: string
  detail?: string | undefined
}

interface Known {
  exclude: readonly Refused[]
  /** Which document readers have at an address. */
  holders: Readonly<Record<string, string>>
}

/** Sanity's own limits are 20 levels and 32 MB; a page of a megabyte of text is a mistake. */
export const MOST = { letters: 1_000_000, levels: 40 } as const

export function siftDocuments(
  fetched: Fetched,
  { exclude, holders }: Known,
): { documents: Documents; refused: Refused[] } {
  const refused: Refused[] = [
    ...exclude,
    ...fetched.misfits.map(({ document, revision, field, message }) => ({
      document,
      revision,
      field,
      reason: `字段 ${field} 里的内容不是这个字段该有的`,
      remedy: '请在编辑台打开这份文档，改正或清空这个字段后重新发布',
      detail: message,
    })),
  ]
  const out = new Set(exclude.map(({ document }) => document))
  const fit = <T extends { _id: string; _rev: string }>(all: readonly T[], judge: (one: T) => Verdict): T[] =>
    all.filter((one) => {
      if (out.has(one._id)) return false
      const verdict = sizeVerdict(one) ?? judge(one)
      if (verdict !== undefined) refused.push({ document: one._id, revision: one._rev, ...verdict })
      return verdict === undefined
    })
  const own = (part: 'channels' | 'profiles' | 'sources') => (one: { _id: string }) =>
    ownVerdict(fetched, part, one._id)
  const documents = {
    site: fetched.site,
    channels: fit(fetched.channels, own('channels')),
    sources: fit(fetched.sources, own('sources')),
    profiles: fit(fetched.profiles, own('profiles')),
    pictures: fetched.pictures,
    articles: fit(fetched.articles, articleVerdict),
  }
  return { documents: { ...documents, articles: alone(documents.articles, holders, refused) }, refused }
}

type Verdict = Omit<Refused, 'document' | 'revision'> | undefined

function sizeVerdict(document: object): Verdict {
  const levels = levelsOf(document, MOST.levels)
  if (levels >= MOST.levels)
    return { field: '', reason: `文档嵌套超过 ${MOST.levels} 层`, remedy: '请重新建立这份文档' }
  const letters = JSON.stringify(document).length
  if (letters <= MOST.letters) return undefined
  return { field: '', reason: `文档有 ${Math.round(letters / 10_000)} 万字符，太大`, remedy: '请把它分成几篇' }
}

function levelsOf(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (most <= 1) return 1
  return (
    1 +
    Math.max(
      0,
      ...Object.values(value)
        .slice(0, 10_000)
        .map((one) => levelsOf(one, most - 1)),
    )
  )
}

function articleVerdict(article: ArticleDocument): Verdict {
  if (!isAddress(article.address))
    return {
      field: 'address',
      reason: `地址“${article.address.slice(0, 60)}”不合规则`,
      remedy: '请在编辑台点“生成”，或写成 /2024/0602/a1.html 的样子',
      detail: `expected an address such as /2024/0602/a1.html, found “${article.address.slice(0, 200)}” of ${article._id}`,
    }
  try {
    checkInstants([article])
    return undefined
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error
    const field = /at (?<field>\S+) of document/u.exec(error.message)?.groups?.['field'] ?? 'publishedAt'
    return { field, reason: `${field} 不是一个时刻`, remedy: '请在编辑台重新选择日期和时间', detail: error.message }
  }
}

/** A page of the site's own folders, by the rule that all together are held to. */
function ownVerdict(fetched: Documents, part: 'channels' | 'profiles' | 'sources', id: string): Verdict {
  const alone = { site: undefined, channels: [], sources: [], profiles: [], pictures: [], articles: [] }
  try {
    checkAddresses({ ...alone, [part]: fetched[part].filter(({ _id }) => _id === id) })
    return undefined
  } catch (error) {
    if (!(error instanceof AddressError)) throw error
    const remedy = part === 'channels' ? '请在编辑台改正频道的路径' : '请重新建立这份文档，编号只用字母、数字和连字符'
    return {
      field: part === 'channels' ? 'path' : '_id',
      reason: '这份文档的页面没有可用的地址',
      remedy,
      detail: error.message,
    }
  }
}

const fold = (address: string): string => address.normalize('NFC').toLowerCase()

function alone(
  articles: readonly ArticleDocument[],
  holders: Readonly<Record<string, string>>,
  refused: Refused[],
): ArticleDocument[] {
  const claims = Map.groupBy(articles, ({ address }) => fold(address))
  const lost = new Set<ArticleDocument>()
  for (const claim of claims.values()) {
    if (claim.length < 2) continue
    const holder =
      claim.find(({ _id, address }) => Object.hasOwn(holders, address) && holders[address] === _id) ??
      claim.toSorted((a, b) =>
        a._createdAt < b._createdAt || (a._createdAt === b._createdAt && a._id < b._id) ? -1 : 1,
      )[0]
    for (const one of claim) {
      if (one === holder) continue
      lost.add(one)
      refused.push({
        document: one._id,
        revision: one._rev,
        field: 'address',
        reason: `地址 ${one.address} 已由《${holder?.title ?? ''}》（${holder?._id ?? ''}）使用`,
        remedy: '请在编辑台给这篇稿件换一个地址',
        detail: `expected one page at ${one.address}, found two: ${holder?._id ?? ''} and ${one._id}; give one of them another address and build again`,
      })
    }
  }
  return articles.filter((article) => !lost.has(article))
}
