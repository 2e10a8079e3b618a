/**
 * What a build says of articles that the newsroom's own rules would not have let pass: it prints them all the same.
 *
 *   breachLines([{ _id: 'article-xue', title: '雪', attributions: [], … }])
 *     →  ['  请核对 《雪》（article-xue） 没有署责编。……']
 *
 * They come from an import, from a program, or from before a rule was made. A few are named, the others counted: a list that is as long
 * as an archive is read by nobody.
 */
import { breachesOf } from '../../sanity/schema/rules.ts'

interface Told {
  _id: string
  title?: unknown
}

const MOST = 10

export interface Breach {
  id: string
  title: string
  message: string
}

/** The first rule that an article breaks. */
export function breachOf(article: Told): Breach | undefined {
  const [first] = breachesOf({ ...article })
  return first === undefined ? undefined : { id: article._id, title: String(article.title), message: first.message }
}

export const breachLines = (articles: readonly Told[]): string[] =>
  linesOf(articles.flatMap((article) => breachOf(article) ?? []))

/** `all`: how many there are, where not all of them are given. */
export function linesOf(found: readonly Breach[], all = found.length): string[] {
  const named = found.slice(0, MOST).map(({ id, title, message }) => `《${title}》（${id}）　${message}`)
  const more = all > MOST ? [`另有 ${all - MOST} 篇稿件不合发布规则。`] : []
  return [...named, ...more].map((line) => `  请核对　${line}`)
}
