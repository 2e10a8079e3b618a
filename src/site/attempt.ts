/**
 * A page's text, or, when its view threw, a line in its place by which publishing names the document and leaves it out: one page that
 * cannot be printed would else stop the whole site.
 *
 *   attempt(() => draw(place, catalogue))    →  '<!doctype html>…', or undefined where there is no such page
 *   attempt(() => { throw new Error('x') })  →  '<!--zebian:failed x-->'
 */
export function attempt<T>(print: () => T): T | string {
  try {
    return print()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `<!--zebian:failed ${why.replaceAll('--', '- -').slice(0, 300)}-->`
  }
}
