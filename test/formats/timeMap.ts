/**
 * What RFC 7089 (5, 2.2) and RFC 8288 (3) ask of a TimeMap in link format, as a check.
 *
 *   faultsOfTimeMap('<https://a.example/x>;rel="original",\n…')  →  []
 */
interface Link {
  uri: string
  rel: string[]
  datetime: string | undefined
}

const LINK = /^<([^<>"\s]+)>((?:;[a-z]+="[^"]*")+)$/u
const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/u

export function faultsOfTimeMap(text: string): string[] {
  const faults: string[] = []
  const links = text
    .trimEnd()
    .split(',\n')
    .flatMap((line): Link[] => {
      const [, uri, rest] = LINK.exec(line) ?? []
      if (uri === undefined || rest === undefined || !URL.canParse(uri)) {
        faults.push(`no link of RFC 8288: ${line}`)
        return []
      }
      const parameters = new Map(
        Array.from(rest.matchAll(/;([a-z]+)="([^"]*)"/gu), ([, name = '', value = '']) => [name, value]),
      )
      return [{ uri, rel: parameters.get('rel')?.split(' ') ?? [], datetime: parameters.get('datetime') }]
    })
  const mementos = links.filter(({ rel }) => rel.includes('memento'))
  for (const name of ['original', 'self'])
    if (links.filter(({ rel }) => rel.includes(name)).length !== 1) faults.push(`expected one ${name}`)
  for (const name of ['first', 'last'])
    if (mementos.filter(({ rel }) => rel.includes(name)).length !== 1) faults.push(`expected one ${name} memento`)
  for (const { uri, datetime } of mementos)
    if (datetime === undefined || !DATE.test(datetime)) faults.push(`no datetime of RFC 9110: ${uri}`)
  const instants = mementos.map(({ datetime }) => Date.parse(datetime ?? ''))
  if (instants.some((instant, at) => instant < (instants[at - 1] ?? 0))) faults.push('not in the order of time')
  return faults
}
