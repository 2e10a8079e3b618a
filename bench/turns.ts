/**
 * Who is edited next: another one at each publish, as editors do, and the first again when all have had their turn.
 *
 *   inTurn(articles, 0)   →  the first of them; one that was published forty times has forty pages of its own, which is no newsroom
 */
export function inTurn<Article>(articles: readonly Article[], turn: number): Article {
  const found = articles[turn % articles.length]
  if (found === undefined) throw new Error('expected articles in the archive, found none')
  return found
}
