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

export function breachLines(articles: readonly Told[]): string[] {
  const found = articles.flatMap((article) => {
    const [first] = breachesOf({ ...article })
    return first === undefined ? [] : [{ article, message: first.message }]
  })
  const named = found
    .slice(0, MOST)
    .map(({ article: { _id, title }, message }) => `《${String(title)}》（${_id}）　${message}`)
  const more = found.length > MOST ? [`另有 ${found.length - MOST} 篇稿件不合发布规则。`] : []
  return [...named, ...more].map((line) => `  请核对　${line}`)
}
