/**
 * How far a long run is: a line that is written over on a terminal, nothing where the output is a file.
 *
 *   const progress = openProgress(10_000); progress.step('a.html', 'saved/a.html')
 *     →  “  1,204 of 10,000 files · 61 pages a second, 2 min 24 s left · a.html”
 *
 * Of an archive with many pages in one file, pages alone are told.
 */
export interface Progress {
  /** A page, and the file that it was read from. */
  step(page: string, path: string): void
  /** Lines that stay. */
  say(line: string, below: readonly string[]): void
  close(): void
}

interface Run {
  pages: number
  files: number
  total: number | undefined
  seconds: number
}

/** Written over four times a second at most. */
const EVERY = 250

/** Of how many files it will be, where that is known. */
export function openProgress(total: number | undefined): Progress {
  const shown = process.stderr.isTTY
  const begun = performance.now()
  let [pages, files, last] = [0, 0, 0]
  let path: string | undefined
  const wipe = (): void => {
    if (shown) process.stderr.write('\r\u001b[K')
  }
  return {
    step(page, from) {
      pages += 1
      if (from !== path) files += 1
      path = from
      const now = performance.now()
      if (!shown || now - last < EVERY) return
      last = now
      const seconds = (now - begun) / 1000
      process.stderr.write(`\r\u001b[K  ${sayRun({ pages, files, total, seconds })} · ${page.slice(0, 60)}`)
    },
    say(line, below) {
      wipe()
      console.log([line, ...below].join('\n'))
    },
    close: wipe,
  }
}

const number = (value: number): string => value.toLocaleString('en')

/** `{ pages: 1204, files: 1204, total: 10000, seconds: 20 }` → '1,204 of 10,000 files · 60 pages a second, 2 min 26 s left'. */
export function sayRun({ pages, files, total, seconds }: Run): string {
  const rate = Math.round(pages / Math.max(seconds, 0.001))
  if (total === undefined || total < 2) return `${number(pages)} pages, ${rate} a second`
  // The file under way counts as done when the next one begins.
  const done = Math.max(1, Math.min(files, total))
  const left = Math.round((seconds / done) * (total - done))
  const time = left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`
  return `${number(done)} of ${number(total)} files · ${rate} pages a second, ${time} left`
}
