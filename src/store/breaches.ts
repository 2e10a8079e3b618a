/**
 * Articles that the newsroom's own rules would not have let pass: printed all the same, and told of at each build.
 *
 *   noteBreach(db, article); forgetBreach(db, 'article-a')
 *   breachesIn(db)   →  ['  请核对 《雪》（article-xue） 没有署责编。……', …]
 */
import { breachOf, linesOf } from '../content/breaches.ts'
import type { ArticleDocument } from '../content/documents.ts'
import type { Database } from './database.ts'
import { numberOf, textOf } from './row.ts'

export function noteBreach(db: Database, article: ArticleDocument): void {
  const breach = breachOf(article)
  if (breach !== undefined)
    db.run('INSERT INTO breach (id, title, message) VALUES (?, ?, ?)', breach.id, breach.title, breach.message)
}

export const forgetBreach = (db: Database, id: string): void => db.run('DELETE FROM breach WHERE id = ?', id)

export function breachesIn(db: Database): string[] {
  const some = db.all('SELECT id, title, message FROM breach ORDER BY id LIMIT 20')
  const found = some.map((row) => ({
    id: textOf(row, 'id'),
    title: textOf(row, 'title'),
    message: textOf(row, 'message'),
  }))
  return linesOf(found, numberOf(db.get('SELECT count(*) AS n FROM breach'), 'n'))
}
