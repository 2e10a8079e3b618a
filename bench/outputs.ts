/**
 * `bench outputs`: what drawing each kind of file costs, in one process and without writing anything.
 *
 *   benchOutputs(2000)  →  [{ output: 'article', files: 2000, cpu: 1.9, share: 0.31 }, { output: 'form md', files: 2000, cpu: 0.2, share: 0.03 }, …]
 *
 * What a file costs beside (Eleventy's page, the disk, the gates, the seal) shows in `bench build`, in the number of files.
 */
import type { Catalogue } from '../src/content/catalogue.ts'
import type { Documents } from '../src/content/documents.ts'
import { catalogueOf } from '../src/content/memory.ts'
import type { Place } from '../src/content/pages.ts'
import { placesIn } from '../src/build/draw.ts'
import { draw, type DrawnKind } from '../src/site/draw.ts'
import { archiveDocuments, type ArchiveDocument } from './archive.ts'

export interface Output {
  output: string
  files: number
  /** Seconds. */
  cpu: number
  /** Of all drawing. */
  share: number
}

/** Forms and packages by their ends, every other kind by its name. */
function outputOf({ kind, address }: Place): string {
  return kind === 'form' || kind === 'package' || kind === 'feed' ? `${kind} ${address.replace(/^[^.]*\./u, '')}` : kind
}

export function benchOutputs(articles: number): Output[] {
  const catalogue = catalogueOf(documentsOf(articles), new Date())
  const spent = new Map<string, { files: number; cpu: number }>()
  for (const place of placesIn(catalogue)) {
    const one = spent.get(outputOf(place)) ?? { files: 0, cpu: 0 }
    one.cpu += secondsOf(place, catalogue)
    one.files += 1
    spent.set(outputOf(place), one)
  }
  const all = [...spent.values()].reduce((sum, { cpu }) => sum + cpu, 0)
  return [...spent]
    .map(([output, { files, cpu }]) => ({ output, files, cpu, share: cpu / all }))
    .toSorted((a, b) => b.cpu - a.cpu)
}

function secondsOf(place: Place<DrawnKind>, catalogue: Catalogue): number {
  const before = process.cpuUsage()
  draw(place, catalogue)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

export const outputsTable = (outputs: readonly Output[]): string =>
  outputs
    .map(
      ({ output, files, cpu, share }) =>
        `${output.padEnd(20)} ${String(files).padStart(7)} files ${cpu.toFixed(2).padStart(7)} s ${(share * 100).toFixed(1).padStart(5)} %`,
    )
    .join('\n')

export function documentsOf(articles: number): Documents {
  const all = [...archiveDocuments(articles)]
  const of = <Type extends ArchiveDocument['_type']>(type: Type) =>
    all.filter((one): one is Extract<ArchiveDocument, { _type: Type }> => one._type === type)
  const [site] = of('site')
  return {
    site: site === undefined ? undefined : { ...site, _id: 'site' },
    channels: of('channel'),
    sources: of('source'),
    profiles: of('profile'),
    pictures: [],
    articles: of('article'),
  }
}
