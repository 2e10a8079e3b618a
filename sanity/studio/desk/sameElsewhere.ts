/**
 * What only the lake knows: whether another article stands at an address, whether another profile has the same name.
 *
 *   addressTaken(document, context)  →  '这个地址已有稿件《把渠修到田头》，请另取一个。'   or true
 *   namesake(document, context)      →  '已有同名人物“古兰·阿依登”（禾风日报社 记者）……'     or true
 */
import type { SanityDocument, ValidationContext } from 'sanity'
import { foldName } from '../../../src/text/names.ts'
import { API_VERSION } from './useAnswer.ts'

interface Found {
  path: string[]
  message: string
}

const HOLDERS =
  '*[_type == "article" && !(_id in $own) && (lower(address) == $address || $given in formerAddresses)][0..0].title'
/** By the first letter, because a name can be printed in more ways than GROQ can fold; 500 is more than any paper has of one. */
const NAMESAKES =
  '*[_type == "profile" && !(_id in $own) && string::startsWith(name, $first)][0...500]{_id, name, organisation, position}'

/** Two pages cannot be served at one address; letters of either case are one address to some servers. */
export async function addressTaken(
  document: SanityDocument | undefined,
  context: ValidationContext,
): Promise<true | Found> {
  const address = document?.['address']
  if (document === undefined || typeof address !== 'string' || address === '') return true
  const titles = await ask(context, HOLDERS, { own: idsOf(document), address: address.toLowerCase(), given: address })
  if (titles.length === 0) return true
  return { path: ['address'], message: `这个地址已有稿件《${String(titles[0] ?? '')}》，请另取一个。` }
}

export async function namesake(
  document: SanityDocument | undefined,
  context: ValidationContext,
): Promise<true | Found> {
  const name = document?.['name']
  if (document === undefined || typeof name !== 'string' || name.trim() === '') return true
  const [first = ''] = name.trim()
  const same = (await ask(context, NAMESAKES, { own: idsOf(document), first })).find(
    (other) => foldName(textOf(other, 'name')) === foldName(name),
  )
  if (same === undefined) return true
  const who = [textOf(same, 'organisation'), textOf(same, 'position')].filter((text) => text !== '').join(' ')
  return {
    path: ['name'],
    message: `已有同名人物“${textOf(same, 'name')}”${who === '' ? '' : `（${who}）`}：若是同一人，请用原有的那一条；若是两人，请在“说明”中写明区别。`,
  }
}

async function ask(context: ValidationContext, query: string, params: Record<string, unknown>): Promise<unknown[]> {
  const client = context.getClient({ apiVersion: API_VERSION })
  const found = await client.fetch<unknown>(query, params, { perspective: 'raw', tag: 'same-elsewhere' })
  return Array.isArray(found) ? found : []
}

/** A document and its draft are one. */
function idsOf({ _id }: SanityDocument): string[] {
  const id = _id.replace(/^drafts\./u, '')
  return [id, `drafts.${id}`]
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const text: unknown = Object.entries(value).find(([key]) => key === name)?.[1]
  return typeof text === 'string' ? text : ''
}
