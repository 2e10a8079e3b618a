/**
 * An article as the blocks that its page prints, top to bottom: what plain text, Markdown and feeds are all written from.
 *
 *   blocksOf(page)  →  [{ kind: 'title', text: '把渠修到田头' }, { kind: 'line', text: '2024年06月02日08:30  来源：禾风日报' }, { kind: 'body', … }, …]
 *
 * The order is the page's own (src/site/views/article.ts), so that the text of an imported article is its original's text again.
 */
import type { ArticlePage, SectionModel } from './article.ts'
import type { Run } from './links.ts'
import type { PictureModel } from './picture.ts'

export type Block =
  | { kind: 'title' | 'heading' | 'line'; text: string }
  | { kind: 'picture'; picture: PictureModel }
  /** Markdown, with the dateline before its first word and the reporters behind its last. */
  | { kind: 'body'; markdown: string; before?: string | undefined; after?: string | undefined }
  | { kind: 'links'; title: string; links: readonly Run[] }

export function blocksOf(page: ArticlePage): Block[] {
  const { byline, belowHead, tail } = page.credits
  const foot = tail.findIndex((one) => one.foot)
  const end = foot === -1 ? tail.length : foot
  const tailLines = tail.map(({ runs }) => textOf(runs))
  return [
    ...lines(page.kicker),
    { kind: 'title', text: page.title },
    ...lines(page.subtitle, ...byline.map(textOf), textOf(page.head), ...belowHead.map(textOf), page.originalTitle),
    ...page.pictures.map(pictureBlock),
    ...bodyBlocks(page),
    ...lines(...tailLines.slice(0, end), page.printReference),
    ...page.corrections.flatMap(({ kind, date, text }): Block[] => [
      { kind: 'heading', text: `${kind}（${date}）` },
      { kind: 'line', text },
    ]),
    ...lines(...tailLines.slice(end)),
    ...(page.recommended.length === 0
      ? []
      : [{ kind: 'links', title: '热点推荐', links: page.recommended } satisfies Block]),
  ]
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

function bodyBlocks({ lead, sections, dateline, credits: { textEnd } }: ArticlePage): Block[] {
  const after = textEnd.length === 0 ? undefined : textEnd.map(textOf).join('')
  const last = sections.length - 1
  const blocks = sections.flatMap((section, index) =>
    sectionBlocks(
      section,
      lead === undefined && index === 0 ? dateline : undefined,
      index === last ? after : undefined,
    ),
  )
  if (lead === undefined) return blocks
  return [{ kind: 'body', markdown: lead, before: dateline, after: last < 0 ? after : undefined }, ...blocks]
}

function sectionBlocks(
  { kicker, heading, line, body, pictures }: SectionModel,
  before: string | undefined,
  after: string | undefined,
): Block[] {
  const head: Block[] =
    heading === undefined ? [] : [...lines(kicker), { kind: 'heading', text: heading }, ...lines(line)]
  return [...head, ...pictures.map(pictureBlock), { kind: 'body', markdown: body, before, after }]
}

const pictureBlock = (picture: PictureModel): Block => ({ kind: 'picture', picture })

const lines = (...texts: readonly (string | undefined)[]): Block[] =>
  texts.flatMap((text): Block[] => (text === undefined || text === '' ? [] : [{ kind: 'line', text }]))
