/** Every page of the sample as it is built: valid, one request, within its bytes, without a script, with no link that leads nowhere. */
import { brotliCompressSync, constants } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attribute, elementsOf, type Element } from './dom.ts'
import { openPaper, readFolder } from './zebian.ts'

const paper = await openPaper()
const pages = new Map<string, string>()
const files = new Map<string, Buffer>()
const elements = new Map<string, Element[]>()

beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'])
  for (const [path, bytes] of await readFolder(paper.site)) {
    files.set(path, bytes)
    if (path.endsWith('.html')) pages.set(path, bytes.toString('utf8'))
  }
  for (const [path, page] of pages) elements.set(path, elementsOf(page))
})
afterAll(() => paper.close())

const isArticle = (path: string): boolean => elements.get(path)?.some(({ tagName }) => tagName === 'article') ?? false
const all = (): [string, Element][] =>
  [...elements].flatMap(([path, list]) => list.map((one): [string, Element] => [path, one]))

describe('every page of the sample', () => {
  it('is there: more than sixteen articles, and pages of people, channels and sources', () => {
    const count = (folder: string): number => [...pages.keys()].filter((path) => path.startsWith(folder)).length
    expect([...pages.keys()].filter(isArticle).length).toBeGreaterThanOrEqual(16)
    expect([count('people/'), count('channels/'), count('sources/')].every((number) => number > 5)).toBe(true)
    expect(pages.has('index.html') && pages.has('404.html')).toBe(true)
  })

  it('is valid by html-validate’s recommended rules, none of them changed', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
    const problems: string[] = []
    for (const [path, page] of pages) {
      const { results } = await validator.validateString(page)
      for (const { messages } of results)
        problems.push(...messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`))
    }
    expect(problems).toEqual([])
  })

  it('declares its language, its letters’ encoding, one title and one heading of the first level', () => {
    const wrong = [...elements].flatMap(([path, list]) => {
      const named = (tagName: string): Element[] => list.filter((one) => one.tagName === tagName)
      const language = named('html').every((one) => attribute(one, 'lang') === 'zh-Hans')
      const letters = named('meta').some((one) => attribute(one, 'charset') === 'utf-8')
      const single = ['title', 'h1', 'main'].every((tagName) => named(tagName).length === 1)
      return language && letters && single ? [] : [path]
    })
    expect(wrong).toEqual([])
  })

  it('is one request: no script but data, no style sheet, font, frame or beacon from elsewhere', () => {
    const forbidden = all().flatMap(([path, one]) => {
      const { tagName } = one
      const script = tagName === 'script' && attribute(one, 'type') !== 'application/ld+json'
      const form = tagName === 'source' && !attribute(one, 'srcset')?.split(',').every(isPicture)
      const loads = form || ['iframe', 'object', 'embed', 'video', 'audio', 'base', 'form'].includes(tagName)
      const link = tagName === 'link' && !['alternate', 'canonical', 'icon'].includes(attribute(one, 'rel') ?? '')
      const icon = attribute(one, 'rel') === 'icon' && !attribute(one, 'href')?.startsWith('data:')
      const handler = one.attrs.some(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
      return script || loads || link || icon || handler ? [`${path}: <${tagName}>`] : []
    })
    // The search page alone has a form and a script, from this site.
    expect(forbidden).toEqual(['search/index.html: <script>', 'search/index.html: <form>'])
    expect([...pages].filter(([, page]) => /@import|@font-face|url\(/u.test(page)).map(([path]) => path)).toEqual([])
  })

  it('shows only pictures of its own folder, each with words for those who cannot see it', () => {
    const pictures = all().filter(([, one]) => one.tagName === 'img')
    expect(pictures.length).toBeGreaterThan(5)
    const wrong = pictures.filter(
      ([, one]) => !files.has(attribute(one, 'src')?.slice(1) ?? '') || (attribute(one, 'alt') ?? '').trim() === '',
    )
    expect(wrong.map(([path, one]) => `${path}: ${attribute(one, 'src')}`)).toEqual([])
  })

  it('links only to files and anchors that are there', () => {
    const broken = all().flatMap(([path, one]) => {
      const href = one.tagName === 'a' ? attribute(one, 'href') : undefined
      return href === undefined || leads(path, href) ? [] : [`${path}: ${href}`]
    })
    expect(broken).toEqual([])
    expect(leads('index.html', '/people/nobody.html')).toBe(false)
    expect(leads('index.html', '#nowhere')).toBe(false)
  })

  it('is at most 14,000 bytes where its text allows, and an article at most 5,500 of Brotli', () => {
    const heavy = [...pages].flatMap(([path, page]) => {
      const raw = Buffer.byteLength(page)
      const brotli = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
      // What the page is about: text, credits, what is recommended, and the same for machines.
      const own = [/<article>.*<\/article>/su, /<aside.*<\/aside>/su, /<script.*<\/script>/su, /^.*<style>/su].reduce(
        (sum, part) => sum + Buffer.byteLength(part.exec(page)?.[0] ?? ''),
        0,
      )
      const over = raw > Math.max(14_000, own + 7400) || (isArticle(path) && brotli > 5500)
      return over ? [`${String(raw).padStart(7)} ${String(brotli).padStart(6)}  ${path}`] : []
    })
    expect(heavy.length === 0 ? '' : `    raw brotli\n${heavy.join('\n')}`).toBe('')
  })
})

/** `/pictures/3f….webp 960w`: a file of our own. */
const isPicture = (candidate: string): boolean => files.has(candidate.replace(/ \d+w$/u, '').slice(1))

/** Whether a link of our own leads to a file, and its anchor to an element of that file; links elsewhere are not followed. */
function leads(from: string, href: string): boolean {
  const url = new URL(href, `http://site.localhost/${from}`)
  if (url.host !== 'site.localhost') return url.protocol === 'https:' || url.protocol === 'http:'
  const path = decodeURIComponent(url.pathname.slice(1))
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const anchor = decodeURIComponent(url.hash.slice(1))
  if (anchor === '') return files.has(file)
  return elements.get(file)?.some((one) => attribute(one, 'id') === anchor) ?? false
}
