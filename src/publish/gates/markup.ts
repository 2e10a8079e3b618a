/**
 * Pages as our own views write them, read without building a tree: ten thousand of them must not take longer than to print them.
 *
 *   tagProblem('<p>渠<b>水</p></b>')     →  '</p> closes <b>'
 *   wordsIn('<p>A &amp; B</p><style>…')   →  'A & B'
 *   dataIn('… <script type="application/ld+json">{"a":1}</script>')   →  { a: 1 }
 *
 * Stricter than HTML: every element is closed where it was opened, as our views do.
 */
const TAG = /<!--[\s\S]*?-->|<(?<end>\/?)(?<name>[a-zA-Z][\w:-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/gu
const VOID = new Set('area,base,br,col,embed,hr,img,input,link,meta,source,track,wbr'.split(','))
const RAW = /<(?<name>script|style)\b[^>]*>[\s\S]*?<\/\k<name>>/gu

/** What is wrong with the first tag that is; undefined: nothing. */
export function tagProblem(html: string): string | undefined {
  const open: string[] = []
  for (const { 0: tag, groups } of html.replaceAll(RAW, '').matchAll(TAG)) {
    const name = groups?.['name']?.toLowerCase()
    if (name === undefined || VOID.has(name) || tag.endsWith('/>')) continue
    if (groups?.['end'] === '') open.push(name)
    else {
      const last = open.pop()
      if (last !== name) return `</${name}> closes ${last === undefined ? 'nothing' : `<${last}>`}`
    }
  }
  const last = open.pop()
  return last === undefined ? undefined : `<${last}> is never closed`
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

export const wordsIn = (html: string): string =>
  html
    .replaceAll(RAW, '')
    .replaceAll(TAG, '')
    .replaceAll(/&(?<name>amp|lt|gt|quot|#39);/gu, (all, name: string) => ENTITIES[name] ?? all)

/** JSON-LD; undefined where there is none, or none that is JSON. */
export function dataIn(html: string): unknown {
  const text = /<script type="application\/ld\+json">(?<json>[\s\S]*?)<\/script>/u.exec(html)?.groups?.['json']
  if (text === undefined) return undefined
  try {
    const data: unknown = JSON.parse(text)
    return data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
