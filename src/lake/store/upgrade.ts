/**
 * Says that a file of before is brought up to date, and how far that has come when it takes more than a moment.
 *
 *   const told = upgradeTeller('data/lake.sqlite', tell)
 *   told(0, 50_000)       →  'Bringing lake.sqlite up to date, once: 50,000 documents to index. A copy of what it was stays beside it.'
 *   told(12_000, 50_000)  →  'Indexed 12,000 of 50,000 documents.' when nothing was said for three seconds
 */
import { basename } from 'node:path'

export type Tell = (line: string) => void
export type Told = (done: number, documents: number) => void

const MOMENT_MS = 3_000

export function upgradeTeller(file: string, tell: Tell, now: () => number = Date.now): Told {
  let said: number | undefined
  return (done, documents) => {
    const first = said === undefined
    if (!first && now() - (said ?? 0) < MOMENT_MS) return
    said = now()
    tell(first ? beginning(file, documents) : `Indexed ${counted(done)} of ${counted(documents)} documents.`)
  }
}

const beginning = (file: string, documents: number): string =>
  `Bringing ${basename(file)} up to date, once: ${counted(documents)} documents to index. A copy of what it was stays beside it.`

const counted = (n: number): string => n.toLocaleString('en')
