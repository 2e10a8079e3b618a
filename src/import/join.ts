/**
 * An article's pages, joined in their order; a page that was not given is a named problem.
 *
 *   joinPages([page 2 of 3, page 1 of 3])  →  [the article, problems: ['全文共 3 页，缺第 3 页。']]
 *   joinPages([an article on one page])    →  the same
 */
import type { OriginalPage, PageLine } from './page.ts'

/** Pages in any order in; each article once out, where its first page stood. */
export function joinPages(pages: readonly OriginalPage[]): OriginalPage[] {
  const articles = new Map<string, OriginalPage[]>()
  for (const page of pages) {
    const key = page.pages === undefined ? page.file : articleKey(page)
    articles.set(key, [...(articles.get(key) ?? []), page])
  }
  return [...articles.values()].flatMap(joined)
}

/** Pages of one article say the same headline, day and number of pages. */
export const articleKey = ({ title, publishedAt, pages }: OriginalPage): string =>
  [title, publishedAt, pages?.of].join('\n')

function joined(pages: OriginalPage[]): OriginalPage[] {
  const sorted = pages.toSorted((a, b) => (a.pages?.number ?? 1) - (b.pages?.number ?? 1))
  const [first, ...rest] = sorted
  if (first?.pages === undefined) return pages
  const { of } = first.pages
  const given = new Set(sorted.map(({ pages: own }) => own?.number))
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !given.has(number))
  const problems = missing.length === 0 ? [] : [`全文共 ${of} 页，缺第 ${missing.join('、')} 页。`]
  const files = sorted.map(({ file }) => file)
  return [
    {
      ...first,
      credits: distinctBy(
        sorted.flatMap(({ credits }) => credits),
        ({ printed, role }) => `${role}\n${printed}`,
      ),
      lines: joinedLines(sorted),
      sections: sorted.flatMap(({ sections }, index) => (index === 0 ? sections : sections.map((section) => section))),
      pictures: sorted.flatMap(({ pictures }) => pictures),
      printReference: sorted.map(({ printReference }) => printReference).find((one) => one !== undefined),
      provenance: {
        ...first.provenance,
        normalisations: [
          ...distinctBy(
            sorted.flatMap(({ provenance }) => provenance.normalisations),
            (text) => text,
          ),
          ...(rest.length === 0 ? [] : [`由 ${files.length} 页合成：${files.join('、')}`]),
        ],
      },
      problems: [...sorted.flatMap((page) => page.problems), ...problems],
    },
  ]
}

/** Lines above the text from the first page, those below from whichever prints them first. */
function joinedLines(pages: readonly OriginalPage[]): PageLine[] {
  const above =
    pages[0]?.lines.filter(
      ({ place }) => place === 'byline' || place === 'head' || place === 'originalTitle' || place === 'inText',
    ) ?? []
  const below = pages
    .flatMap(({ lines }) => lines)
    .filter(({ place }) => place === 'afterText' || place === 'foot' || place === 'textEnd')
  return [...above, ...distinctBy(below, ({ place, text }) => `${place}\n${text}`)]
}

function distinctBy<T>(list: readonly T[], key: (one: T) => string): T[] {
  const known = new Set<string>()
  return list.filter((one) => !known.has(key(one)) && known.add(key(one)))
}
