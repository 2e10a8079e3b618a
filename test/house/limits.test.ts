/** What the schema costs a dataset, and what the lockfile may not name. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROOT } from './sources.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const parsed = (path: string): unknown => JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'))
const schema = parsed('sanity/schema.json')
const types = new Map((Array.isArray(schema) ? schema : []).filter(isJson).map((type) => [String(type['name']), type]))

/**
 * Attribute paths as Sanity counts them for a dataset: a path and the kind of value that stands there, entries of lists as `[]`
 * (https://www.sanity.io/docs/attribute-limit).
 */
function pathsOf(node: unknown, path: string): string[] {
  if (!isJson(node)) return []
  const { type, of, name, rest, attributes } = node
  if (type === 'inline') return pathsOf(types.get(String(name))?.['value'], path)
  if (type === 'union') return (Array.isArray(of) ? of : []).flatMap((one: unknown) => pathsOf(one, path))
  if (type === 'array') return [`${path} array`, ...pathsOf(of, `${path}[]`)]
  if (type !== 'object' && type !== 'document') return [`${path} ${String(type)}`]
  const below = Object.entries(isJson(attributes) ? attributes : {}).flatMap(([key, attribute]) =>
    pathsOf(isJson(attribute) ? attribute['value'] : undefined, path === '' ? key : `${path}.${key}`),
  )
  return [...(path === '' ? [] : [`${path} object`]), ...below, ...pathsOf(rest, path)]
}

describe('the schema', () => {
  it('costs a dataset fewer than 400 attribute paths, of the 2,000 that Sanity’s free plan allows', () => {
    const documents = [...types.values()].filter(({ type }) => type === 'document')
    const paths = new Set(documents.flatMap((document) => pathsOf(document, '')))
    console.log(`Attribute paths: ${paths.size} of ${documents.length} document types.`)
    expect(documents.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['article', 'profile', 'channel', 'source', 'site']),
    )
    for (const path of [
      'title string',
      'sections[].body string',
      'attributions[].who._ref string',
      'withdrawn.reason string',
    ])
      expect(paths).toContain(path)
    expect(paths.size).toBeGreaterThan(100)
    expect(paths.size).toBeLessThan(400)
  })
})

describe('the lockfile', () => {
  const lock = parsed('package-lock.json')
  const packages = isJson(lock) && isJson(lock['packages']) ? Object.entries(lock['packages']) : []

  it('names no package host: only the workspace is resolved, to its folder', () => {
    expect(packages.length).toBeGreaterThan(500)
    const resolved = packages.flatMap(([name, entry]) =>
      isJson(entry) && 'resolved' in entry ? [[name, entry['resolved'], entry['link']]] : [],
    )
    expect(resolved).toEqual([['node_modules/zebian-studio', 'sanity', true]])
    expect(/https?:\/\/[^"]*(?:registry|npm)[^"]*\.tgz/u.exec(JSON.stringify(lock))).toBe(null)
  })

  it('holds every package to its bytes', () => {
    const loose = packages.filter(
      ([name, entry]) =>
        name.includes('node_modules/') &&
        isJson(entry) &&
        entry['link'] !== true &&
        typeof entry['integrity'] !== 'string' &&
        entry['inBundle'] !== true,
    )
    expect(loose.map(([name]) => name)).toEqual([])
  })

  it('goes with exact versions only', () => {
    const loose = ['package.json', 'sanity/package.json'].flatMap((path) => {
      const manifest = parsed(path)
      const lists = isJson(manifest) ? [manifest['dependencies'], manifest['devDependencies']] : []
      return lists
        .filter(isJson)
        .flatMap((list) => Object.entries(list))
        .filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(String(version)))
    })
    expect(loose).toEqual([])
  })
})
