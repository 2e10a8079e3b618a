/**
 * A draft as it stands in the form, however unfinished, as an article that can be drawn.
 *
 *   draftArticle({ _id: 'drafts.a', title: '雪', sections: [{}] })
 *     →  { article: { _id: 'a', title: '雪', publishedAt: '1970-…', sections: [{ body: '' }], … }, dated: false }
 *
 * What is missing is drawn blank and what can't be printed yet (a picture without a file, a name without a role) is left out; a
 * finished article comes out with every field as it went in.
 */
import type { ArticleDocument } from '../../../src/content/documents.ts'
import { attributionsOf, creditLinesOf } from '../inputs/credits/attributions.ts'
import { fieldsOf, itemsOf, refOf, textOf, type Fields } from '../inputs/value.ts'

export interface DrawnDraft {
  article: ArticleDocument
  /** Whether the article has its date; the models need one, the page must not show a false one. */
  dated: boolean
}

const TEXTS = ['kicker', 'subtitle', 'originalTitle', 'dateline', 'lead', 'originalUrl', 'printReference'] as const
const NO_DATE = '1970-01-01T00:00:00Z'
const KINDS = ['fact', 'credit', 'wording', 'addition'] as const
const PERMISSIONS = ['own', 'granted', 'public', 'none'] as const

export function draftArticle(draft: unknown): DrawnDraft {
  const fields = fieldsOf(draft)
  const publishedAt = instantIn(fields['publishedAt'])
  const article: ArticleDocument = {
    _id: (textOf(fields['_id']) ?? '').replace(/^drafts\./u, ''),
    _type: 'article',
    _createdAt: '',
    _updatedAt: '',
    _rev: '',
    title: textOf(fields['title']) ?? '',
    publishedAt: publishedAt ?? NO_DATE,
    address: textOf(fields['address']) ?? '',
  }
  for (const name of TEXTS) {
    const text = textOf(fields[name])
    if (text !== undefined) article[name] = text
  }
  const source = refOf(fields['source'])
  if (source !== undefined) article.source = { _type: 'reference', _ref: source }
  const channel = refOf(fields['channel'])
  if (channel !== undefined) article.channel = { _type: 'reference', _ref: channel }
  const permission = PERMISSIONS.find((one) => one === fieldsOf(fields['rights'])['permission'])
  if (permission !== undefined) article.rights = { _type: 'rights', permission }
  const withdrawn = withdrawnIn(fields['withdrawn'])
  if (withdrawn !== undefined) article.withdrawn = withdrawn
  addLists(article, fields)
  return { article, dated: publishedAt !== undefined }
}

/** Lists that are empty stay away, as the lake's own documents have it. */
function addLists(article: ArticleDocument, fields: Fields): void {
  const has = (name: string): boolean => Array.isArray(fields[name])
  if (has('sections')) article.sections = itemsOf(fields['sections']).map(sectionOf)
  if (has('pictures')) article.pictures = itemsOf(fields['pictures']).flatMap(pictureOf)
  if (has('attributions')) article.attributions = attributionsOf(fields['attributions'])
  if (has('creditLines')) article.creditLines = creditLinesOf(fields['creditLines'])
  if (has('corrections')) article.corrections = itemsOf(fields['corrections']).flatMap(correctionOf)
  if (has('recommended')) article.recommended = itemsOf(fields['recommended']).map(recommendedOf)
}

type Item<K extends 'sections' | 'pictures' | 'corrections' | 'recommended'> = NonNullable<ArticleDocument[K]>[number]

const keyOf = (fields: Fields, index: number): string => textOf(fields['_key']) ?? `k${index}`

function sectionOf(fields: Fields, index: number): Item<'sections'> {
  const section: Item<'sections'> = { _key: keyOf(fields, index), _type: 'section', body: textOf(fields['body']) ?? '' }
  for (const name of ['kicker', 'heading', 'line'] as const) {
    const text = textOf(fields[name])
    if (text !== undefined) section[name] = text
  }
  section.profiles = itemsOf(fields['profiles']).flatMap((profile, at) => {
    const ref = refOf(profile)
    return ref === undefined ? [] : [{ _key: keyOf(profile, at), _type: 'reference' as const, _ref: ref }]
  })
  return section
}

function pictureOf(fields: Fields, index: number): Item<'pictures'>[] {
  const asset = refOf(fieldsOf(fields['image'])['asset'])
  if (asset === undefined) return []
  const picture: Item<'pictures'> = {
    _key: keyOf(fields, index),
    _type: 'picture',
    image: { _type: 'image', asset: { _type: 'reference', _ref: asset } },
    alt: textOf(fields['alt']) ?? '',
  }
  const { position } = fields
  if (typeof position === 'number') picture.position = position
  for (const name of ['caption', 'credit'] as const) {
    const text = textOf(fields[name])
    if (text !== undefined) picture[name] = text
  }
  return [picture]
}

function correctionOf(fields: Fields, index: number): Item<'corrections'>[] {
  const date = instantIn(fields['date'])
  if (date === undefined) return []
  const kind = KINDS.find((one) => one === fields['kind']) ?? 'fact'
  return [{ _key: keyOf(fields, index), _type: 'correction', date, kind, text: textOf(fields['text']) ?? '' }]
}

function recommendedOf(fields: Fields, index: number): Item<'recommended'> {
  const link: Item<'recommended'> = { _key: keyOf(fields, index), _type: 'recommended' }
  const article = refOf(fields['article'])
  if (article !== undefined) link.article = { _type: 'reference', _ref: article }
  for (const name of ['title', 'url'] as const) {
    const text = textOf(fields[name])
    if (text !== undefined) link[name] = text
  }
  return link
}

function withdrawnIn(value: unknown): ArticleDocument['withdrawn'] {
  if (value === undefined || value === null) return undefined
  const { date, reason } = fieldsOf(value)
  const on = instantIn(date)
  const why = textOf(reason)
  return { ...(on === undefined ? {} : { date: on }), ...(why === undefined ? {} : { reason: why }) }
}

/** ISO 8601 within the years that a four-digit date can print. */
const instantIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/u.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined
