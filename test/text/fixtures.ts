/**
 * Reads the plain text fixtures of this folder.
 *
 *   fixtureLines('credits.txt')   →  [{ name: 'credits.txt:11', text: '（责编：…）  →  editor[责编] …' }, …]
 *   fixtureCases('markdown.txt')  →  [{ name: 'markdown.txt:3 bold', input: '**稳**', output: '<p>…' }, …]
 */
import { readFileSync } from 'node:fs'

const read = (file: string): string[] => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')

export interface FixtureLine {
  name: string
  text: string
}

/** Every line that is neither empty nor a comment. */
export function fixtureLines(file: string): FixtureLine[] {
  return read(file)
    .map((text, index) => ({ name: `${file}:${index + 1}`, text }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
}

export interface FixtureCase {
  name: string
  input: string
  output: string
}

/** Cases in markdown-it's manner: a title, then input and output between lines of a single full stop. */
export function fixtureCases(file: string): FixtureCase[] {
  const lines = read(file)
  const cases: FixtureCase[] = []
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at] !== '.') continue
    const middle = lines.indexOf('.', at + 1)
    const end = lines.indexOf('.', middle + 1)
    if (middle < 0 || end < 0)
      throw new Error(`expected three lines of “.” in ${file}, found fewer from line ${at + 1}`)
    const part = (from: number, to: number): string => lines.slice(from, to).join('\n')
    cases.push({
      name: `${file}:${at} ${lines[at - 1] ?? ''}`,
      input: part(at + 1, middle),
      output: part(middle + 1, end),
    })
    at = end
  }
  return cases
}
