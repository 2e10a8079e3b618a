/**
 * Whether every instant of the articles is one: a document may hold any text where the schema says datetime.
 *
 *   checkInstants([{ _id: 'article-a', publishedAt: '2024-06-31' , … }])
 *     →  throws AnswerError: expected an instant … found “2024-06-31” at publishedAt of document article-a …
 *
 * An unreadable embargo would else hide its article for ever without a word.
 */
import { AnswerError } from './answers.ts'
import type { ArticleDocument } from './documents.ts'

/** ISO 8601 with a zone, as Sanity writes datetimes. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u

export function checkInstants(articles: readonly ArticleDocument[]): void {
  for (const article of articles) {
    for (const [field, value] of instantsOf(article)) {
      if (value === undefined || isInstant(value)) continue
      throw new AnswerError(
        `expected an instant such as 2024-06-02T00:30:00Z, found “${value}” at ${field} of document ${article._id} (${article.title}); mend it in the Studio and build again`,
      )
    }
  }
}

function instantsOf({ publishedAt, embargo, withdrawn, corrections }: ArticleDocument): [string, string | undefined][] {
  return [
    ['publishedAt', publishedAt],
    ['embargo', embargo],
    ['withdrawn.date', withdrawn?.date],
    ...(corrections ?? []).map(({ date }, index): [string, string] => [`corrections[${index}].date`, date]),
  ]
}

/** The 31st of June parses, to the 1st of July: the day must come back as it was written. */
function isInstant(value: string): boolean {
  const [day = ''] = value.split('T')
  return (
    INSTANT.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  )
}
