/**
 * How far a long run is: a line that is written over on a terminal, nothing where the output is a file.
 *
 *   const progress = openProgress(); progress.step('a.html')  →  “  1,204 pages, 61 a second · a.html”
 */
export interface Progress {
  step(file: string): void
  /** Lines that stay. */
  say(line: string, below: readonly string[]): void
  close(): void
}

/** Written over four times a second at most. */
const EVERY = 250

export function openProgress(): Progress {
  const shown = process.stderr.isTTY
  const begun = performance.now()
  let pages = 0
  let last = 0
  const wipe = (): void => {
    if (shown) process.stderr.write('\r\u001b[K')
  }
  return {
    step(file) {
      pages += 1
      const now = performance.now()
      if (!shown || now - last < EVERY) return
      last = now
      const rate = Math.round(pages / ((now - begun) / 1000))
      process.stderr.write(`\r\u001b[K  ${pages.toLocaleString('en')} pages, ${rate} a second · ${file.slice(0, 60)}`)
    },
    say(line, below) {
      wipe()
      console.log([line, ...below].join('\n'))
    },
    close: wipe,
  }
}
