/**
 * The published schemas, as checks: a file in, what is wrong with it out; an empty list when nothing is.
 *
 *   checkSitemap('<urlset …>')     →  []
 *   checkNewsml('<newsItem …/>')   →  ['… Missing child element(s). …']
 *
 * The sitemap's XSD comes with the package `sitemap`. IPTC's schemas and Atom's are not ours to hand on: the tests read them where they
 * lie, in `shared/schemas` beside the checkout or in the folder that SCHEMAS names (docs/formats.md says which files and from where).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { RelaxNGValidator, XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

xmlRegisterFsInputProviders()

const BESIDE = process.env['SCHEMAS'] ?? fileURLToPath(new URL('../../../shared/schemas/', import.meta.url))
const NAMES = {
  ninjs: 'ninjs-schema_3.1.json',
  newsml: 'NewsML-G2_2.35-spec-All-Power.xsd',
  atom: 'atom.rng',
} as const

const pathOf = (schema: keyof typeof NAMES): string => join(BESIDE, NAMES[schema])

const lies = (schema: keyof typeof NAMES): boolean => existsSync(pathOf(schema))

/** The cases to be held against a schema that is not ours to hand on: none where it does not lie on this machine. */
export const heldBy = <T>(schema: keyof typeof NAMES, cases: readonly T[]): readonly T[] => (lies(schema) ? cases : [])

const missing = (['ninjs', 'newsml', 'atom'] as const).filter((schema) => !lies(schema))
if (missing.length > 0)
  console.log(
    `Not validated by ${missing.map((schema) => NAMES[schema]).join(', ')}: not in ${BESIDE} (docs/formats.md).`,
  )

const SITEMAP = fileURLToPath(new URL('../../node_modules/sitemap/schema/sitemap.xsd', import.meta.url))

const made = new Map<string, XsdValidator | RelaxNGValidator>()

function validatorAt(path: string): XsdValidator | RelaxNGValidator {
  const known = made.get(path)
  if (known !== undefined) return known
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: pathToFileURL(path).href })
  const validator = path.endsWith('.rng') ? RelaxNGValidator.fromDoc(schema) : XsdValidator.fromDoc(schema)
  made.set(path, validator)
  return validator
}

function checkAt(path: string, text: string): string[] {
  try {
    using document = XmlDocument.fromString(text)
    validatorAt(path).validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlLibError) return [error.message]
    throw error
  }
}

export const checkSitemap = (text: string): string[] => checkAt(SITEMAP, text)
export const checkNewsml = (text: string): string[] => checkAt(pathOf('newsml'), text)
export const checkAtom = (text: string): string[] => checkAt(pathOf('atom'), text)

/** What stands in the document at each place that the path finds. */
export function textsAt(text: string, path: string, names: Record<string, string>): string[] {
  using document = XmlDocument.fromString(text)
  return document.root.find(path, names).map((node) => node.content)
}

/** Whether the text is XML at all, and why not. */
export function checkXml(text: string): string[] {
  try {
    using document = XmlDocument.fromString(text)
    return document.root.name === '' ? ['no root'] : []
  } catch (error) {
    if (error instanceof XmlLibError) return [error.message]
    throw error
  }
}

/** A schema is compiled once. */
const compiled = new WeakMap<object, ValidateFunction>()

function compile(schema: object, further: readonly object[]): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: [...further] })
  formats.default(ajv)
  return ajv.compile(schema)
}

export function checkJson(schema: object, value: unknown, further: readonly object[] = []): string[] {
  const validate = compiled.get(schema) ?? compile(schema, further)
  compiled.set(schema, validate)
  validate(JSON.parse(JSON.stringify(value)))
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  )
}

const readObject = (path: string): object => {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof value === 'object' && value !== null ? value : {}
}

/** ninjs refers to GeoJSON's schema by its address; an archive has no maps, so that whatever stands there may pass. */
export function checkNinjs(value: unknown): string[] {
  ninjs ??= readObject(pathOf('ninjs'))
  return checkJson(ninjs, value, [{ $id: 'https://geojson.org/schema/GeoJSON.json' }])
}

let ninjs: object | undefined
