/**
 * How far a build is, on a terminal in a line that is written over, elsewhere in a line now and then.
 *
 *   const { tell, close } = openTelling()
 *   tell({ what: 'articles', done: 4000, of: 10_000 })   →  “  Drew 4,000 of 10,000 articles.”, unless it was told just now
 */
import type { Progress } from '../publish/builder.ts'
import { sayProgress } from '../publish/publisher/progress.ts'

/** Milliseconds between two lines. */
const EVERY = { terminal: 250, file: 10_000 } as const

interface Out {
  isTTY: boolean
  write(text: string): void
}

export interface Telling {
  tell(this: void, progress: Progress): void
  close(this: void): void
}

export function openTelling(out: Out = process.stderr, clock = () => performance.now()): Telling {
  let last = clock()
  let written = false
  return {
    tell: (progress) => {
      const now = clock()
      if (now - last < (out.isTTY ? EVERY.terminal : EVERY.file)) return
      last = now
      written = true
      out.write(out.isTTY ? `\r\u001b[K  ${sayProgress(progress)}` : `  ${sayProgress(progress)}\n`)
    },
    close: () => {
      if (written && out.isTTY) out.write('\r\u001b[K')
    },
  }
}
