/**
 * What an import did, outlet by outlet.
 *
 *   report.file(page, filed); report.print(false)
 *     →  '2 read, 0 refused, 19 documents new, 5 already there\n  禾风日报 2 篇，1 篇须核对'
 */
import type { OriginalPage, RefusedPage } from '../../import/page.ts'
import type { Filed } from './file.ts'

export interface Report {
  readonly refused: number
  file(page: OriginalPage, filed: Filed): void
  refuse(page: RefusedPage): void
  print(stopped: boolean): string
}

export function openReport(): Report {
  const tally = { read: 0, refused: 0, fresh: 0, changed: 0, same: 0, touched: 0 }
  const outlets = new Map<string, { pages: number; doubtful: number }>()
  return {
    get refused() {
      return tally.refused
    },
    file(page, { fresh, changed, same, touched }) {
      tally.read += 1
      tally.fresh += fresh
      tally.changed += changed
      tally.same += same
      tally.touched += touched.length
      const name = page.source?.name ?? '（未署来源）'
      const outlet = outlets.get(name) ?? { pages: 0, doubtful: 0 }
      outlet.pages += 1
      outlet.doubtful += page.problems.length === 0 ? 0 : 1
      outlets.set(name, outlet)
    },
    refuse({ file, refused }) {
      tally.refused += 1
      console.error(`${file}: refused: ${refused}`)
    },
    print(stopped) {
      const { read, refused, fresh, changed, same, touched } = tally
      const more = [
        ...(changed === 0 ? [] : [`${changed} read better now`]),
        ...(touched === 0 ? [] : [`${touched} left as an editor has them`]),
        ...(stopped ? ['stopped: start again to go on'] : []),
      ]
      const rows = [...outlets]
        .toSorted(([, a], [, b]) => b.pages - a.pages)
        .map(([name, { pages, doubtful }]) => `  ${name}　${pages} 篇${doubtful === 0 ? '' : `，${doubtful} 篇须核对`}`)
      return [
        [`${read} read, ${refused} refused, ${fresh} documents new, ${same} already there`, ...more].join(', '),
        ...rows,
      ].join('\n')
    },
  }
}
