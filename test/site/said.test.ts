/** What the sample's site says of its people to machines, and what it no longer or not yet says of withdrawn and embargoed articles. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '../../sanity/schema/roles.ts'
import { openDoor } from '../../src/client.ts'
import { answerTo } from '../../src/content/answers.ts'
import type { ArticleDocument } from '../../src/content/documents.ts'
import { formAddress } from '../../src/content/kinds/form.ts'
import { ARTICLES } from '../../src/content/queries.ts'
import { attribute, elementsOf, linkedData, theOne, visibleText } from './dom.ts'
import { openPaper, readFolder } from './zebian.ts'

const paper = await openPaper()
let articles: ArticleDocument[] = []
let files = new Map<string, Buffer>()

beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'])
  files = await readFolder(paper.site)
  const door = openDoor(paper.settings)
  articles = answerTo(ARTICLES, await door.ask(ARTICLES, { after: '', most: 500 }))
  door.close()
})
afterAll(() => paper.close())

const fileOf = ({ address }: ArticleDocument): string => address.slice(1)
const pageOf = (article: ArticleDocument): string => files.get(fileOf(article))?.toString('utf8') ?? ''
/** The page beside an article from which it is cited. */
const citeOf = ({ address }: ArticleDocument): string =>
  files.get(formAddress(address, 'cite.html').slice(1))?.toString('utf8') ?? ''
const isLater = ({ embargo }: ArticleDocument): boolean => embargo !== undefined && new Date(embargo) > new Date()
const printed = (): ArticleDocument[] => articles.filter((one) => one.withdrawn === undefined && !isLater(one))

/** Written here once more, so that a slip in the table of roles cannot make an author of an editor unseen. */
const PROPERTIES: Record<string, readonly string[]> = {
  editor: ['editor', 'deskEditor', 'chiefEditor'],
  author: ['reporter', 'correspondent', 'author', 'commentator', 'intern'],
  translator: ['translator'],
  contributor: [
    'photographer',
    'compiler',
    'proofreader',
    'reviewer',
    'producer',
    'planner',
    'videographer',
    'designer',
  ],
}

const namesIn = ({ attributions }: ArticleDocument, property: string): string[] =>
  (attributions ?? []).filter(({ role }) => PROPERTIES[property]?.includes(role)).map(({ name }) => name)

/** Names under a property of a page's NewsArticle, in order. */
function namesUnder(property: string, page: string): unknown[] {
  return linkedData(page).flatMap((data) => {
    const people = property in Object(data) ? Object.entries(Object(data)).find(([name]) => name === property)?.[1] : []
    return Array.isArray(people) ? people.map((person: unknown) => (isNamed(person) ? person.name : person)) : [people]
  })
}

/** What the page's tags of one name say, in order. */
const cited = (page: string, wanted: string): string[] =>
  elementsOf(page).flatMap((one) => (attribute(one, 'name') === wanted ? [attribute(one, 'content') ?? ''] : []))

const isNamed = (value: unknown): value is { name: unknown } =>
  typeof value === 'object' && value !== null && 'name' in value

describe('to machines', () => {
  it('every article names its editors as editors and its writers as authors, in printed order, and no editor as an author', () => {
    const wrong = printed().flatMap((article) =>
      Object.keys(PROPERTIES).flatMap((property) => {
        const expected = namesIn(article, property)
        const found = namesUnder(property, pageOf(article))
        return expected.join('、') === found.join('、') ? [] : [{ article: article._id, property, expected, found }]
      }),
    )
    expect(wrong).toEqual([])
    expect(Object.values(PROPERTIES).flat().toSorted()).toEqual(ROLES.map(({ id }) => id).toSorted())
    const all = (property: string): number => printed().flatMap((article) => namesIn(article, property)).length
    expect(Math.min(all('editor'), all('author'))).toBeGreaterThan(10)
    expect(printed().filter((article) => namesIn(article, 'editor').length === 0)).toEqual([])
  })

  it('no page has another word for its author than a tag for those who cite, which names the writers alone', () => {
    const said = [...files].flatMap(([path, bytes]) =>
      elementsOf(path.endsWith('.html') ? bytes.toString('utf8') : '')
        .flatMap(({ attrs }) => attrs)
        .filter(({ value }) => /author/iu.test(value) && value !== 'citation_author')
        // The search form offers every role by its id, the authors' too.
        .filter(({ name }) => !(path === 'search/index.html' && name === 'value'))
        .map(({ name, value }) => `${path}: ${name}=${value}`),
    )
    expect(said).toEqual([])
    for (const article of printed()) {
      expect(cited(citeOf(article), 'citation_author')).toEqual(namesIn(article, 'author'))
      expect(cited(citeOf(article), 'DC.contributor')).toEqual(namesIn(article, 'editor'))
    }
  })

  it('the headline, the date with its hour of Shanghai and the source are those of the page', () => {
    for (const article of printed()) {
      const page = pageOf(article)
      const [data] = linkedData(page)
      expect(data).toMatchObject({ '@type': 'NewsArticle', headline: article.title, inLanguage: 'zh-Hans' })
      expect(visibleText(theOne(page, 'h1'))).toBe(article.title)
      expect(JSON.stringify(data)).toMatch(/"datePublished":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[89]:00"/u)
    }
  })
})

describe('an article that was withdrawn', () => {
  it('leaves a tombstone at its address, a line in the ledger that leads there, and nothing anywhere else', () => {
    const withdrawn = articles.filter((one) => one.withdrawn !== undefined)
    expect(withdrawn.length).toBeGreaterThan(0)
    for (const article of withdrawn) {
      const page = pageOf(article)
      expect(visibleText(theOne(page, 'main'))).toContain('本文已撤回')
      expect(page).toContain('<meta name="robots" content="noindex">')
      const ledgers = placesOf(article)
      expect(ledgers).toContain('about/corrections/index.html')
      // A feed tells who subscribed which of its entries to forget, by a name that says nothing.
      const elsewhere = ledgers.filter((path) => !/^about\/corrections\/|\.(?:atom\.xml|feed\.json)$/u.test(path))
      expect(elsewhere).toEqual([])
      for (const path of ledgers) expect(files.get(path)?.toString('utf8')).not.toContain(article.title)
    }
  })
})

describe('an article under embargo', () => {
  it('has no page before its hour, and no other page knows of it', () => {
    const later = articles.filter(isLater)
    expect(later.length).toBeGreaterThan(0)
    expect(later.filter((article) => files.has(fileOf(article)))).toEqual([])
    expect(later.flatMap(placesOf)).toEqual([])
  })

  it('is printed like any other once the hour has passed', () => {
    const past = articles.filter((one) => one.embargo !== undefined && !isLater(one))
    expect(past.length).toBeGreaterThan(0)
    expect(past.filter((article) => !placesOf(article).includes('index.html'))).toEqual([])
  })
})

/** Every file that holds the article's title, address or any sentence of its text: a search over all bytes of the output. */
function placesOf(article: ArticleDocument): string[] {
  const bodies = [article.lead ?? '', ...(article.sections ?? []).map(({ body }) => body)]
  const sentences = bodies.flatMap((body) => body.split(/[。！？\n*_[\]()]+/u)).filter(({ length }) => length > 11)
  const names = [article.title, encodeURI(article.address), article._id]
  const needles = [...sentences, ...names].map((text) => Buffer.from(text))
  return [...files].filter(([, bytes]) => needles.some((needle) => bytes.includes(needle))).map(([path]) => path)
}
