/**
 * An invented lake and a builder that prints it: releases without Eleventy, the network or a test runner.
 *
 *   const paper = new PaperLake()
 *   paper.put('a', '甲')
 *   await makeRelease(pressOn('/tmp/x/site', paper), WANT)   →  { id: '000001', … }
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openFolder } from '../../src/build/folder.ts'
import type { Account, PrintedCredits, Want } from '../../src/publish/builder.ts'
import type { Press } from '../../src/publish/make.ts'
import { digestOf } from '../../src/publish/release/parts.ts'
import { placesOf } from '../../src/publish/release/places.ts'
import { Table } from '../../src/publish/release/table.ts'

export const WANT: Want = { reason: 'test', announced: {} }

interface Sheet {
  revision: string
  text: string
  withdrawn: boolean
  /** The text is the page's whole HTML. */
  whole: boolean
  at: string
  /** Stands on no page before. */
  embargo?: Date
}

/** Documents of an invented lake, each with a page that lists name on the front page. */
export class PaperLake {
  sheets = new Map<string, Sheet>()
  /** Changes to what is printed, for a test of its own. */
  extra: Record<string, string> = {}
  redirects: Record<string, string> = {}
  /** The list of a page that is a part of one. */
  parts: Record<string, string> = {}
  /** Former addresses of what was withdrawn; their pages are among the extra ones. */
  buried: string[] = []
  credits: Record<string, PrintedCredits> = {}
  /** Documents that an answer which is not whole leaves out. */
  missing = new Set<string>()
  quarantined: Account['quarantined'] = []
  /** The page that is printed when the release is known. */
  figured: Account['figured']
  #count = 0

  put(id: string, text: string, { withdrawn = false, whole = false } = {}): string {
    this.#count += 1
    const revision = `r${this.#count}`
    this.sheets.set(id, { revision, text, withdrawn, whole, at: new Date(this.time()).toISOString() })
    return revision
  }

  /** The instant of the last change, in milliseconds since 1970. */
  time(): number {
    return 1_700_000_000_000 + this.#count * 1000
  }

  hold(id: string, text: string, embargo: Date): void {
    const revision = this.put(id, text)
    const sheet = this.sheets.get(id)
    if (sheet?.revision === revision) this.sheets.set(id, { ...sheet, embargo })
  }

  withdraw(id: string): void {
    this.put(id, '', { withdrawn: true })
  }

  print(exclude: readonly { document: string }[]): { files: Record<string, string>; account: Account } {
    const out = new Set([...exclude, ...this.quarantined].map(({ document }) => document))
    const good = [...this.sheets].filter(([id]) => !out.has(id) && !this.missing.has(id))
    const held = good.flatMap(([, { embargo }]) => (embargo === undefined || embargo <= new Date() ? [] : [embargo]))
    const sheets = good.filter(([, { embargo }]) => embargo === undefined || !held.includes(embargo))
    const shown = sheets.filter(([, { withdrawn }]) => !withdrawn)
    const files: Record<string, string> = {
      '/404.html': page('404'),
      ...(this.figured === undefined ? {} : { [this.figured.address]: page('') }),
      '/index.html': page(
        shown.map(([id, { text }]) => `<a href="/a/${id}.html">${/^[^<]{1,99}$/u.test(text) ? text : id}</a>`).join(''),
      ),
      '/live.json': JSON.stringify(Object.fromEntries(shown.map(([id, { revision }]) => [id, revision]))),
    }
    for (const [id, { text, withdrawn, whole }] of sheets) {
      const own = whole ? text : page(`<h1>${text}</h1><img alt="" src="/pictures/${id}.png">`)
      files[`/a/${id}.html`] = withdrawn ? page('本文已撤回') : own
    }
    for (const [id] of shown) files[`/pictures/${id}.png`] = `picture of ${id}`
    const account: Account = {
      template: 't1',
      documents: Table.of(good.map(([id, { revision, at }]) => [id, [revision, at]])),
      partOf: (address) => this.parts[address],
      pages: Object.fromEntries(sheets.map(([id]) => [`/a/${id}.html`, id])),
      quarantined: [...this.quarantined, ...exclude.filter(isWhole)],
      tombstones: [...sheets.flatMap(([id, { withdrawn }]) => (withdrawn ? [`/a/${id}.html`] : [])), ...this.buried],
      redirects: Table.of(Object.entries(this.redirects)),
      credits: (address) => this.credits[address],
      next: held[0]?.toISOString(),
      figured: this.figured,
    }
    return { files: { ...files, ...this.extra }, account }
  }
}

const isWhole = (one: object): one is Account['quarantined'][number] => 'reason' in one

export const page = (body: string): string =>
  `<!doctype html><html lang="zh-Hans"><head><title>页</title></head><body>${body}</body></html>\n`

export function pressOn(site: string, paper: PaperLake): Press {
  return {
    places: placesOf(site),
    kept: 5,
    secrets: {},
    stillThere: (ids) => Promise.resolve(ids.filter((id) => paper.sheets.has(id))),
    now: () => new Date(),
    builder: async ({ folder, exclude, previous, rollForward }) => {
      const { files, account } = paper.print(exclude)
      const isThere = await rollForward?.()
      const before = isThere === true ? previous?.manifest.files : undefined
      const touched: string[] = []
      const written = new Map<string, { bytes: Uint8Array; sha256: string }>()
      const out = openFolder(folder)
      for (const path of new Set([...(before?.keys() ?? []), ...Object.keys(files)])) {
        const [to, text] = [join(folder, path), files[path]]
        const record = before?.get(path)
        const isSame = record !== undefined && record.stale !== true && (await readFile(to, 'utf8')) === text
        if (isSame) continue
        touched.push(path)
        if (text === undefined) await rm(to, { force: true })
        else if (isThere === true) {
          // As the site's own builder writes what a publish has changed.
          out.put(path, Buffer.from(text))
          written.set(path, { bytes: Buffer.from(text), sha256: digestOf(text) })
        } else {
          await mkdir(dirname(to), { recursive: true })
          await writeFile(to, text)
        }
      }
      return isThere === true ? { ...account, touched, written, synced: out.sync() } : account
    },
  }
}
