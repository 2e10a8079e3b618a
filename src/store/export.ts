/**
 * Fills an empty store from the lake's export, one line at a time.
 *
 *   await readExport(filing, lake, { onProgress })   →  the store holds every document that a page is made from
 *
 * Documents come in any order and are filed as they come, some hundred a transaction, so that no archive is too large for the heap.
 * Only when all are there, by the lake's own counts before and after, is the store called whole; one that was cut off begins again.
 */
import { AnswerError } from '../content/answers.ts'
import { checkCounts, countsOf, type Source } from './ask.ts'
import { isLakeType, isRecord, TYPES } from './shape.ts'
import type { Filing } from './filing.ts'
import { linesOf } from './lines.ts'
import type { SyncOptions } from './sync.ts'

const A_TRANSACTION = 500

export async function readExport(
  filing: Filing,
  source: Source,
  { onProgress = () => {} }: SyncOptions,
): Promise<void> {
  const before = await countsOf(source)
  const all = Object.values(before).reduce((sum, count) => sum + count, 0)
  const found = new Map<string, number>()
  filing.empty()
  let waiting: { document: Record<string, unknown>; line: Buffer }[] = []
  let done = 0
  const flush = (): void => {
    filing.transaction(() => {
      for (const { document, line } of waiting) filing.put(document, line)
    })
    done += waiting.length
    waiting = []
    onProgress(done, all)
  }
  for await (const line of linesOf(await source.export(Object.keys(TYPES)))) {
    const document = parseLine(line)
    const { _id, _type } = document
    if (typeof _id !== 'string' || !isLakeType(_type) || isHidden(_id) || (_type === 'site' && _id !== 'site')) continue
    found.set(_type, (found.get(_type) ?? 0) + 1)
    waiting.push({ document, line })
    if (waiting.length >= A_TRANSACTION) flush()
  }
  flush()
  checkCounts(found, before, await countsOf(source))
  filing.whole()
}

/** Drafts and versions of releases, which an export to a signed-in client holds too. */
const isHidden = (id: string): boolean => id.startsWith('drafts.') || id.startsWith('versions.')

function parseLine(line: Buffer): Record<string, unknown> {
  const text = line.toString()
  try {
    const value: unknown = JSON.parse(text)
    // Sanity reports a failure in the middle of its stream as a line of its own.
    if (isRecord(value) && value['error'] === undefined) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new AnswerError(
    `expected a document a line in the lake’s export, found “${text.slice(0, 80)}”; the export was cut or is not the lake’s: check the address and try again`,
  )
}
