/** THE LAW: what the command line imports and builds is the original, character by character and in order. */
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../../src/client.ts'
import { attribute, below, linkedData, theOne, visibleText } from '../site/dom.ts'
import { openPaper, readFolder } from '../site/zebian.ts'
import { differenceOf, squeeze } from './compare.ts'
import { ORIGINALS, type Original } from './originals.ts'

const paper = await openPaper()
const imported: string[] = []
const revisions: unknown[] = []
let files = new Map<string, Buffer>()

beforeAll(async () => {
  const paths = ORIGINALS.map(({ path }) => path)
  for (const time of ['first', 'second']) {
    const { out } = await paper.done(['import', ...paths])
    imported.push(out)
    const door = openDoor(paper.settings)
    revisions.push(await door.ask('*[!(_type match "system.**")]{ _id, _rev, _updatedAt } | order(_id)'))
    door.close()
    if (time === 'first') await paper.done(['build'])
  }
  files = await readFolder(paper.site)
})
afterAll(() => paper.close())

/** The address that the command line printed for an original, and the page that was built there. */
function pageOf({ name }: Original): { address: string; page: string } {
  const line = imported[0]?.split('\n').find((one) => one.startsWith(`${name}: `)) ?? ''
  const address = / → (\/\S+\.html) \(/u.exec(line)?.[1] ?? ''
  return { address, page: files.get(address.slice(1))?.toString('utf8') ?? '' }
}

describe('an imported page', () => {
  it.each(ORIGINALS)('prints every character of $name in order', (original) => {
    expect(differenceOf(original.text, pageOf(original).page)).toBe(undefined)
  })

  it.each(ORIGINALS)('is compared so that a character of $name lost or added anywhere is seen', (original) => {
    const { page } = pageOf(original)
    const article = squeeze(visibleText(theOne(page, 'article')))
    const spoilt = [...Array(40).keys()].flatMap((part) => {
      const letters = article.slice(Math.floor((article.length * part) / 40)).slice(0, 4)
      const at = page.lastIndexOf(letters, page.indexOf('</article>'))
      return at < page.indexOf('<article')
        ? []
        : [page.slice(0, at) + page.slice(at + 1), `${page.slice(0, at)}误${page.slice(at)}`]
    })
    expect(spoilt.length).toBeGreaterThan(30)
    expect(spoilt.filter((one) => differenceOf(original.text, one) === undefined)).toEqual([])
  })

  it('weighs at most 14,000 bytes, and 5,500 in Brotli', () => {
    const heavy = ORIGINALS.flatMap((original) => {
      const page = Buffer.from(pageOf(original).page)
      const brotli = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
      return page.length > 14_000 || brotli > 5500 ? [[original.name, page.length, brotli].join(' ')] : []
    })
    expect(heavy).toEqual([])
  })

  it('is kept out of search engines until a permission is recorded', () => {
    const open = ORIGINALS.filter((one) => !pageOf(one).page.includes('<meta name="robots" content="noindex">'))
    expect(open).toEqual([])
  })
})

describe('importing again', () => {
  it('changes no document', () => {
    expect(Array.isArray(revisions[0]) ? revisions[0].length : 0).toBeGreaterThan(ORIGINALS.length)
    expect(revisions[1]).toEqual(revisions[0])
  })

  it('says so', () => {
    const lines = imported[1]?.split('\n').filter((line) => line.includes('already in the lake, nothing changed'))
    expect(lines?.length).toBe(ORIGINALS.length)
  })
})

/** Originals in the seed's form: the last word in brackets names the reporters, the last line the editors. */
const SEEDLIKE = ORIGINALS.filter(({ text }) => /。\([^()]+\)\s+\(责编:[^()]+\)/u.test(text)).map((original) => {
  const [, reporters = '', editors = ''] = /。\(([^()]+)\)\s+\(责编:([^()]+)\)/u.exec(original.text) ?? []
  return { ...original, reporters: reporters.split('、'), editors: editors.split('、') }
})

const people = (names: readonly string[]): object[] => names.map((name) => ({ '@type': 'Person', name }))

describe('the people of an imported page', () => {
  it('are eight reporters and two editors in the seed, where it lies beside the checkout', () => {
    const counts = SEEDLIKE.map(({ name, reporters, editors }) => [name, reporters.length, editors.length].join(' '))
    expect(counts).toEqual(
      ['01-qudao.txt 3 2', 'seed.txt 8 2'].filter((line) => ORIGINALS.some(({ name }) => line.startsWith(name))),
    )
  })

  it.each(SEEDLIKE)('of $name are editors and authors to machines, in printed order', (original) => {
    const [data] = linkedData(pageOf(original).page)
    expect(data).toMatchObject({ editor: people(original.editors), author: people(original.reporters) })
  })

  it.each(SEEDLIKE)('of $name have pages that list the article under 责编 and 记者', (original) => {
    const { address, page } = pageOf(original)
    const wanted = [
      ...original.editors.map((name) => ({ name, label: '责编' })),
      ...original.reporters.map((name) => ({ name, label: '记者' })),
    ]
    const missing = wanted.filter(({ name, label }) => !labelsListing(address, personPage(page, name)).includes(label))
    expect(missing).toEqual([])
    expect(wanted.flatMap(({ name }) => labelsListing(address, personPage(page, name))).length).toBe(wanted.length)
  })
})

/** The page that a name in the article's credits links to. */
function personPage(page: string, name: string): string {
  const link = below(theOne(page, 'article')).find((one) => one.tagName === 'a' && visibleText(one) === name)
  const href = link === undefined ? undefined : attribute(link, 'href')
  return files.get(decodeURI(href ?? '').slice(1))?.toString('utf8') ?? '<main></main>'
}

/** Headings of the lists on a person's page that hold a link to the address: `['责编']`. */
function labelsListing(address: string, page: string): string[] {
  return below(theOne(page, 'main'))
    .filter(({ tagName }) => tagName === 'section')
    .filter((list) => below(list).some((one) => attribute(one, 'href') === encodeURI(address)))
    .map((list) => below(list).find(({ tagName }) => tagName === 'h2'))
    .map((heading) => (heading === undefined ? '' : (visibleText(heading).split(' ')[0] ?? '')))
}
