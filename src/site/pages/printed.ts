/**
 * A page's text, or, when its view threw, a line in its place by which publishing names the document and leaves it out.
 *
 *   attempt(() => articleView(model).text)   →  '<!doctype html>…'
 *   attempt(() => { throw new Error('x') })  →  '<!--zebian:failed x-->'
 *
 * Without it, one page that cannot be printed would stop the whole site.
 */
export function attempt(print: () => string): string {
  try {
    return print()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `<!--zebian:failed ${why.replaceAll('--', '- -').slice(0, 300)}-->`
  }
}
