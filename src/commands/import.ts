/**
 * `zebian import FILE…`: files original pages in the lake, each in one transaction.
 *
 *   zebian import a.html b.txt archive/  →  a.html: 把渠修到田头 → /2024/0602/article-….html (12 new documents)
 *                                          2 read, 0 refused, 19 documents new, 5 already there
 *                                            禾风日报 2 篇
 *
 * A second import changes nothing; one by a better reader changes what no editor has touched since. Stopped in the middle (Ctrl-C, or
 * killed), it is simply started again. Exit code 1 when a page was refused or the run was stopped.
 */
import type { Door } from '../client.ts'
import { problemsOf } from '../../sanity/schema/rules.ts'
import type { OriginalPage } from '../import/page.ts'
import { openAddresses } from './originals/addresses.ts'
import { knownChannels } from './originals/channels.ts'
import { countFiles } from './originals/gather.ts'
import { fileOriginal, type Filed } from './originals/file.ts'
import { readOriginals, type Reading } from './originals/pages.ts'
import { openProgress } from './originals/progress.ts'
import { openReport } from './originals/report.ts'

export async function importCommand(door: Door, files: readonly string[], reading: Reading = {}): Promise<number> {
  const archive = { addresses: await openAddresses(door), channels: await knownChannels(door) }
  const report = openReport()
  const progress = openProgress(process.stderr.isTTY ? await countFiles(files) : undefined)
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  for (const signal of SIGNALS) process.once(signal, onSignal)
  try {
    for await (const { page, path, enclosed } of readOriginals(files, reading)) {
      progress.step(page.file, path)
      if ('refused' in page) report.refuse(page)
      else if (page.publishedAt === undefined)
        report.refuse({
          file: page.file,
          refused: 'expected a date on the page, found none; file it by hand in the Studio',
        })
      else {
        const filed = await fileOriginal(door, page, { path, enclosed }, archive)
        if ('refused' in filed) report.refuse(filed)
        else {
          report.file(page, filed)
          progress.say(lineOf(page, filed), problemsIn(page, filed))
        }
      }
      if (stop.signal.aborted) break
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal)
    progress.close()
  }
  console.log(report.print(stop.signal.aborted))
  return report.refused === 0 && !stop.signal.aborted ? 0 : 1
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

function lineOf({ file, title }: OriginalPage, { address, fresh, changed, touched }: Filed): string {
  const done = [
    ...(fresh === 0 ? [] : [`${fresh} new documents`]),
    ...(changed === 0 ? [] : [`${changed} read better now`]),
    ...(touched.length === 0 ? [] : [`${touched.length} left as an editor has them`]),
  ]
  return `${file}: ${title} → ${address} (${done.length === 0 ? 'already in the lake, nothing changed' : done.join(', ')})`
}

/** What an editor should look at: once, when the page is new or read otherwise. */
function problemsIn(page: OriginalPage, { documents, fresh, changed }: Filed): string[] {
  if (fresh + changed === 0) return []
  const rules = documents.flatMap((document) => (document._type === 'article' ? problemsOf(document) : []))
  return [...page.problems, ...rules.map(({ message }) => message)].map((problem) => `  请核对　${problem}`)
}
