/**
 * Which months lie in one segment of the index: the running month alone, closed months in blocks of 1, 2, 4 … 64.
 *
 *   spansOf([first month … 2019-05])  →  [{ from: 2016-01, months: 32 }, { from: 2018-09, months: 8 }, { from: 2019-05, months: 1 }]
 *   formatMonth(24_233)               →  '201906';  monthOf('2019-06-02T…+08:00')  →  24_233
 *
 * A binary counter over the calendar: a query meets few segments, however long the archive, and a new article changes the newest
 * alone. The span hangs on the first and last month only, so every build of the same archive cuts alike. When a month closes, it is
 * merged with the closed ones of its size; a block of 64 months is never rewritten for a new article again.
 */
export interface Span {
  /** Months since the year 0: year × 12 + month − 1. */
  from: number
  months: number
}

const LONGEST = 64

/** The page's clock (`2019-06-02T…`) or a month (`2019-06`) in, its number out. */
export const monthOf = (shown: string): number => Number(shown.slice(0, 4)) * 12 + Number(shown.slice(5, 7)) - 1

export const formatMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}${String((month % 12) + 1).padStart(2, '0')}`

/** First and last month in, the segments out, oldest first; the last is the running month. */
export function spansOf(first: number, last: number): Span[] {
  const spans: Span[] = []
  for (let from = first; from < last;) {
    const left = last - from
    const months = Math.min(LONGEST, 2 ** Math.floor(Math.log2(left)))
    spans.push({ from, months })
    from += months
  }
  return [...spans, { from: last, months: 1 }]
}
