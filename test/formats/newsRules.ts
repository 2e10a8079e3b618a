/**
 * The rules of IPTC's two formats for what we write of them, in our own words, so that they are checked on every machine.
 *
 *   checkNinjsRules({ uri: 'https://…', type: 'text', … })  →  []
 *   checkNewsmlRules('<newsMessage …>')                     →  ['Element newsItem failed to validate …']
 *
 * From the published descriptions of ninjs 3.1 (https://iptc.org/std/ninjs/userguide/) and NewsML-G2 (https://iptc.org/std/NewsML-G2/guidelines/):
 * names, kinds of values, what must be there and in which order. What we never write is no part of them; IPTC's own schemas, where they
 * lie beside the checkout, know it all (validators.ts).
 */
import { RelaxNGValidator, XmlDocument, XmlLibError } from 'libxml2-wasm'
import { checkJson } from './validators.ts'

const text = { type: 'string' }
const uri = { type: 'string', format: 'uri' }
const instant = { type: 'string', format: 'date-time' }
const number = { type: 'integer' }
const closed = (properties: Record<string, object>, required: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})
const list = (items: object): object => ({ type: 'array', items })
const said = closed({ role: text, contentType: text, value: text })
const party = closed({ name: text, rel: text, uri, literal: text })

const ITEM = {
  standard: closed({ name: text, version: text, schema: uri }),
  uri,
  type: { enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'] },
  representationType: { enum: ['full', 'partial'] },
  pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
  version: text,
  contentCreated: instant,
  versionCreated: instant,
  language: text,
  title: text,
  headlines: list(said),
  by: text,
  people: list(party),
  organisations: list(party),
  infoSources: list(closed({ name: text, role: text, uri, literal: text })),
  descriptions: list(said),
  bodies: list(said),
  altIds: list(closed({ role: text, value: text })),
  copyrightHolder: text,
  usageTerms: text,
  edNote: text,
  renditions: list(closed({ name: text, href: uri, contentType: text, width: number, height: number }, ['name'])),
}

/** An association is an item with a name. */
const NINJS = closed({ ...ITEM, associations: list(closed({ ...ITEM, name: text }, ['uri'])) }, ['uri'])

export const checkNinjsRules = (value: unknown): string[] => checkJson(NINJS, value)

type Node = string

const element = (name: string, ...inside: readonly Node[]): Node =>
  `<element name="${name}">${inside.join('') || '<empty/>'}</element>`
const attribute = (name: string, inside: Node = '<text/>'): Node => `<attribute name="${name}">${inside}</attribute>`
const maybe = (...inside: readonly Node[]): Node => `<optional>${inside.join('')}</optional>`
const some = (...inside: readonly Node[]): Node => `<zeroOrMore>${inside.join('')}</zeroOrMore>`
const value = (one: string): Node => `<value>${one}</value>`
const WORDS = '<text/>'
const INSTANT = '<data type="dateTime"/>'
const QCODE = '<data type="string"><param name="pattern">\\S+:\\S+</param></data>'

const named = (name: string, ...more: readonly Node[]): Node =>
  element(name, ...more, maybe(attribute('uri', '<data type="anyURI"/>')), element('name', WORDS))

/** In the order of the specification: rights, then the item's own data, then the content's, then the content. */
const NEWS_ITEM = element(
  'newsItem',
  attribute('guid'),
  attribute('version', '<data type="positiveInteger"/>'),
  attribute('standard', value('NewsML-G2')),
  attribute('standardversion', value('2.35')),
  attribute('conformance', value('power')),
  attribute('xml:lang'),
  element('catalogRef', attribute('href', '<data type="anyURI"/>')),
  element('catalog', element('scheme', attribute('alias'), attribute('uri', '<data type="anyURI"/>'))),
  maybe(element('rightsInfo', named('copyrightHolder'), maybe(element('usageTerms', WORDS)))),
  element(
    'itemMeta',
    element('itemClass', attribute('qcode', QCODE)),
    named('provider'),
    element('versionCreated', INSTANT),
    element('pubStatus', attribute('qcode', QCODE)),
    element('title', WORDS),
    some(element('edNote', WORDS)),
  ),
  element(
    'contentMeta',
    element('contentCreated', INSTANT),
    maybe(named('infoSource')),
    some(named('creator', attribute('role', QCODE))),
    some(named('contributor', attribute('role', QCODE))),
    element('language', attribute('tag')),
    `<oneOrMore>${element('headline', maybe(attribute('rank', '<data type="nonNegativeInteger"/>')), WORDS)}</oneOrMore>`,
    maybe(element('dateline', WORDS)),
    maybe(element('by', WORDS)),
    maybe(element('creditline', WORDS)),
    element('description', WORDS),
  ),
  element('contentSet', element('inlineData', attribute('contenttype'), WORDS)),
)

const NEWSML = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://iptc.org/std/nar/2006-10-01/" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start>${element(
  'newsMessage',
  element('header', element('sent', INSTANT), element('sender', WORDS)),
  element('itemSet', `<oneOrMore>${NEWS_ITEM}</oneOrMore>`),
)}</start></grammar>`

let newsml: RelaxNGValidator | undefined

export function checkNewsmlRules(message: string): string[] {
  newsml ??= RelaxNGValidator.fromDoc(XmlDocument.fromString(NEWSML))
  try {
    using document = XmlDocument.fromString(message)
    newsml.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlLibError) return [error.message]
    throw error
  }
}
