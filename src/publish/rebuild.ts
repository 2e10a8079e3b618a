/**
 * Builds when something was published: one build at a time, and however many wants come meanwhile, one more after it.
 *
 *   const rebuild = rebuilder(() => buildSite('_site'))
 *   rebuild.want(); rebuild.want(); rebuild.want()   →  one build, or two when the first had begun
 *   await rebuild.settled()                          →  nothing is building or waiting
 *
 * A build that fails says so and leaves the site as it was; the next want tries again.
 */
export interface Rebuilder {
  want(): void
  settled(): Promise<void>
}

/** Publishing a document and its references comes as several transactions; they are waited for, in milliseconds. */
const QUIET = 200

export function rebuilder(build: () => Promise<{ pages: number }>): Rebuilder {
  let running: Promise<void> | undefined
  let wanted = false
  const work = async (): Promise<void> => {
    while (wanted) {
      await new Promise((done) => setTimeout(done, QUIET))
      wanted = false
      await build().then(
        ({ pages }) => console.log(`Built ${pages} pages.`),
        (error: unknown) =>
          console.error(
            `Not built, the site stays as it was: ${error instanceof Error ? error.message : String(error)}`,
          ),
      )
    }
    running = undefined
  }
  return {
    want: () => {
      wanted = true
      running ??= work()
    },
    settled: async () => running,
  }
}
