/**
 * The names after a label, told apart.
 *
 *   readPeople('王乐文  方  敏', 4)         →  people 王乐文, 方敏 (printed '方  敏': padded to three letters' width)
 *   readPeople('郜碧川(实习)、盛木', 6)      →  people 郜碧川 with note 实习, 盛木
 *   readPeople('黄忆 PN269', 6)            →  people 黄忆 with code PN269
 *   readPeople('robot', 6)                →  no people, placeholder 'robot'
 *   readPeople('走进了会场。', 6)           →  undefined: not names
 *
 * Two single letters side by side are one padded name; a single letter left over has two readings, so the whole is not read: the
 * importer then says that a line that looks like a credit was not understood, and leaves it in the text.
 */
import { DOT, HAN, isName, NAME_SOURCE, startsLikeName } from '../names.ts'
import type { PrintedPerson } from './line.ts'
import { isOrg, leadingOrg, orgInFront } from './organisations.ts'
import { GLUED, REPORTED, REPORTS, TAIL } from './tails.ts'
import { titledPerson } from './titled.ts'

export interface People {
  people: PrintedPerson[]
  placeholder: string
}

const SEPARATOR = /^(?:\s*[、，,&＆/／;；]\s*|\s+)/u
/** Log-in names, desks' numbers and words for nobody in particular: kept as they stand, no person is made of them. */
const NOBODY =
  /^(?:[a-z][a-z0-9_.-]{1,19}|系统管理员|管理员|[A-Z]{1,6}[0-9]{2,6}|(?:受访者|采访对象|被访者|网络|互联网|本人)(?:供图|提供)?|资料图片?|网友|CFP|IC ?photo|东方IC|视觉中国)$/u
const NOTE = /^[ \u3000]?[(（](?<note>(?![^()（）]{0,4}(?:来源|來源))[^()（）]{1,12})[)）]/u
/** A desk's number, or the log-in name of whoever put the page online, glued on with a stroke. */
const CODE =
  /^[_ \u3000]?(?<code>[A-Z]{1,6}[0-9]{2,6})(?![A-Za-z0-9])|^_(?<login>[a-z][a-z0-9]{1,15})(?![A-Za-z0-9])|^[ \u3000]?[(（](?<bracketed>[A-Z]{1,6}[0-9]{2,6})[)）]/u
const PADDED = new RegExp(`^${HAN}[ \\u3000\\u00a0]{1,4}${HAN}(?!${HAN})`, 'u')
const ONE = new RegExp(`^${NAME_SOURCE}`, 'u')
const HAN_WORD = new RegExp(`^${HAN}{2,12}(?!${HAN}|${DOT})`, 'u')
/** Words of the trade stand inside no name: `记者采访`, `编辑推荐`, `图片来自网络`. */
const TRADE =
  /责编|責編|记者|記者|编辑|編輯|通讯员|通訊員|评论员|评论|实习生|来源|来自|提供|报道|转载|网络|授权|供图|采访|推荐|手记|说明|编译|編譯|報導|報道|採訪/u

/** Who somebody is, without a name: `禾风大学教授`. */
const OFFICE = /^\p{Script=Han}{3,}(?:教授|研究员|主任|院长|部长|局长|会长)$/u

/** Text after a label in; people in printed order out, or undefined when it is not a list of names of at most `letters` Han letters each. */
export function readPeople(text: string, letters: number): People | undefined {
  if (text.trim() === '') return { people: [], placeholder: text }
  const titled = titledPerson(text)
  if (titled !== undefined) return { people: [titled], placeholder: '' }
  const people: PrintedPerson[] = []
  let rest = text
  while (rest !== '') {
    const before = SEPARATOR.exec(rest)?.[0] ?? ''
    const word = rest.slice(before.length)
    if (isNobody(word)) return { people, placeholder: rest }
    if (before === '' && people.length > 0) return undefined
    const found = readPerson(word)
    if (found === undefined || tooLong(found.person.name, letters)) return undefined
    people.push({ before, ...found.person })
    rest = word.slice(found.length)
  }
  return { people, placeholder: '' }
}

const isNobody = (text: string): boolean => text.length < 60 && (NOBODY.test(text.trim()) || isOrg(text.trim()))

const tooLong = (name: string, letters: number): boolean =>
  /^\p{Script=Han}+$/u.test(name) && [...name].length > letters

interface Found {
  person: Omit<PrintedPerson, 'before'>
  length: number
}

function readPerson(text: string): Found | undefined {
  const word = /^[^\s、，,&＆/／;；(（_]{1,40}/u.exec(text)?.[0] ?? ''
  const affiliation = leadingOrg(word) ?? orgInFront(text)
  const named = text.slice(affiliation?.length ?? 0)
  const printed = readPrinted(named)
  if (printed === undefined || !isName(printed) || TRADE.test(printed) || isOrg(printed) || OFFICE.test(printed))
    return undefined
  const { after, ...notes } = readAfter(named.slice(printed.length))
  const name = printed.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
  const person = { ...(affiliation === undefined ? {} : { affiliation }), printed, name, ...notes, after }
  return { person, length: (affiliation?.length ?? 0) + printed.length + after.length }
}

/** The name at the front: a padded pair, or a word less the 摄 or the 等 that only ends it. */
function readPrinted(text: string): string | undefined {
  const reported = /[導道電]$/u.test(text) ? REPORTS.exec(text)?.groups?.['name'] : undefined
  const whole = PADDED.exec(text)?.[0] ?? reported
  if (whole !== undefined) return whole
  const word = HAN_WORD.exec(text)?.[0]
  if (word === undefined) return ONE.exec(text)?.[0]
  const ends = word.length === text.length && word.endsWith('等') ? '等' : (GLUED.exec(word)?.[0] ?? '')
  return word.length - ends.length >= 2 ? word.slice(0, word.length - ends.length) : word
}

/** What follows a name: a note in brackets, a code and a tail, each at most once, in any order. */
function readAfter(text: string): { after: string; note?: string; code?: string } {
  const read: { note?: string; code?: string } = {}
  let rest = text
  for (;;) {
    const code = read.code === undefined ? CODE.exec(rest) : null
    const note =
      code === null && read.note === undefined ? (NOTE.exec(rest) ?? TAIL.exec(rest) ?? REPORTED.exec(rest)) : null
    const found = code ?? note
    if (found === null) return { after: text.slice(0, text.length - rest.length), ...read }
    const word = (name: string): string => found.groups?.[name]?.trim() ?? ''
    if (code !== null) read.code = word('code') + word('login') + word('bracketed')
    else if (word('note') + word('tail') !== '') read.note = word('note') + word('tail')
    rest = rest.slice(found[0].length)
  }
}

/** Whether a list that nothing introduces is one of names: most of it must begin like names, and a single one must. */
export function looksLikeNames(people: readonly PrintedPerson[]): boolean {
  const known = people.filter((person) => startsLikeName(person.name)).length
  return people.length < 2 ? known === 1 : known * 2 >= people.length
}
