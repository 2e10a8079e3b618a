/** Hostile words in every field: each file for machines stays one that its parser reads, and says no word as markup. */
import { describe, expect, it } from 'vitest'
import { documentsWith } from '../hostile/documents.ts'
import { PAYLOADS } from '../hostile/payloads.ts'
import { filesOf } from '../hostile/press.ts'
import { checkXml } from './validators.ts'

/** Words with signs that XML, JSON or YAML take for more than words. */
const WORDS = [
  ...PAYLOADS.filter((payload) => /[<>&"\\\u0000-\u001f\ufffe\uffff\ud800-\udfff]/u.test(payload)),
  ']]>',
  '---',
  '\ud800',
]

function wrongOf(path: string, text: string): string[] {
  if (path.endsWith('.xml')) return checkXml(text)
  if (!path.endsWith('.json')) return []
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    return [String(error)]
  }
}

describe('hostile words', () => {
  it(`break no file for machines, ${WORDS.length} of them in every field`, () => {
    let files = 0
    const broken = WORDS.flatMap((word) => {
      const documents = documentsWith((path) =>
        /\.(?:url|home|originalUrl)$|^site\.address$/u.test(path) ? 'https://a.example' : word,
      )
      return [...filesOf(documents)].flatMap(([path, text]) => {
        files += 1
        return wrongOf(path, text).map((wrong) => `${JSON.stringify(word)} in ${path}: ${wrong}`)
      })
    })
    expect(broken).toEqual([])
    expect(files).toBeGreaterThan(WORDS.length * 15)
  })
})
