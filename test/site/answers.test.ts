/** Whatever is not a whole answer to the site's questions stops the build before a page is made from it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type Door } from '../../src/client.ts'
import { AnswerError } from '../../src/content/answers.ts'
import { fetchDocuments, type Ask } from '../../src/content/documents.ts'
import { ARTICLES, CHANNELS, COUNTS, PICTURES, PROFILES, SITE, SOURCES } from '../../src/content/queries.ts'
import { openPaper } from './zebian.ts'

const QUERIES = Object.entries({ ARTICLES, CHANNELS, COUNTS, PICTURES, PROFILES, SITE, SOURCES })
const WRONG: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['an empty object', {}],
  ['an empty list', []],
  ['a text', '<!DOCTYPE html>'],
  ['a number', 200],
  ['a list with null', [null]],
  ['a list with an empty object', [{}]],
  ['a list of lists', [[]]],
  ['an object of a strange type', { _id: 'site', _type: 'portal', articles: '1', profiles: '1', pictures: '1' }],
]
const CASES = QUERIES.flatMap(([name, query]) => WRONG.map(([what, answer]) => ({ name, query, what, answer })))

const paper = await openPaper()
let door: Door | undefined
const ask: Ask = async (query, params) => door?.ask(query, params)

beforeAll(async () => {
  await paper.done(['sample'])
  door = openDoor(paper.settings)
})
afterAll(async () => {
  door?.close()
  await paper.close()
})

/** A lake whose first person has a list for a name. */
const withNames: Ask = async (asked, params) => {
  const answer = await ask(asked, params)
  return asked === PROFILES && Array.isArray(answer) ? [{ ...Object(answer[0]), name: ['韩岭'] }] : answer
}

describe('fetchDocuments', () => {
  it.each(CASES)('refuses $what as the answer to $name', async ({ query, answer }) => {
    const spoilt: Ask = (asked, params) => (asked === query ? Promise.resolve(answer) : ask(asked, params))
    await expect(fetchDocuments(spoilt)).rejects.toThrow(AnswerError)
    await expect(fetchDocuments(spoilt)).rejects.toThrow(/^expected .+, found .+/su)
  })

  it('takes whole answers, and a document that was published while it asked', async () => {
    const { articles, channels, site } = await fetchDocuments(ask)
    expect([articles.length > 16, channels.length > 5, site?._id]).toEqual([true, true, 'site'])
    let counts = 0
    const growing: Ask = async (asked, params) => {
      const answer = await ask(asked, params)
      counts += asked === COUNTS ? 1 : 0
      return asked === COUNTS && counts === 2 ? { ...Object(answer), articles: articles.length + 1 } : answer
    }
    await expect(fetchDocuments(growing)).resolves.toMatchObject({ site: { _id: 'site' } })
  })

  it('names the document and the field that is wrong', async () => {
    await expect(fetchDocuments(withNames)).rejects.toThrow(
      /^expected a string, found an array of 1 at name of document profile-[a-z-]+ in the answer to \*\[_type == "profile"/u,
    )
  })
})
