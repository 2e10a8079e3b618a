/**
 * What a newsroom does not let pass, as one pure function: the Studio shows it as an editor types, import and build ask the same.
 *
 *   problemsOf({ _type: 'article', title: '雪', attributions: [] })
 *     →  [{ path: ['publishedAt'], level: 'error', message: '请填写刊发时间。' }, { path: ['attributions'], level: 'error', message: '没有署责编……' }, …]
 *   printPath(['attributions', { _key: 'k2' }, 'name'])  →  'attributions[k2].name'
 *
 * An error keeps an article from being published; a warning is looked at and may stand. A withdrawn article needs no credits: what
 * stands at its address is a notice, and nothing may delay that.
 */
import type { Path } from '@sanity/types'
import { isAddress } from './address.ts'
import { strangeLetters } from './letters.ts'
import { nameFaults } from './personName.ts'
import { shanghaiDay, shanghaiMinute } from './time.ts'

export interface Problem {
  path: Path
  level: 'error' | 'warning'
  message: string
}

type Facts = Readonly<Record<string, unknown>>

export const MISSING = {
  title: '请填写主标题。',
  publishedAt: '请填写刊发时间。',
  source: '请选择来源。',
  address: '请填写地址。',
  editor: '没有署责编。请在“署名”中写明责编；确实没有责编的，在“无责编说明”中写明原因。',
} as const

export const BAD_ADDRESS =
  '地址形如 /2024/0602/a1.html：汉字、字母、数字、连字符，以 .html 结尾，不能进入站点自用的文件夹。'

/** An article as the lake, the Studio or the importer has it in, everything that is wrong with it out. */
export function problemsOf(article: Facts, now: Date = new Date()): Problem[] {
  return [
    ...missing(article),
    ...dateProblems(article, now),
    ...addressProblems(article),
    ...nameProblems(article),
    ...letterProblems(article),
  ]
}

/**
 * The errors alone, without a look at every letter: what a build can ask of each article of an archive.
 *
 *   breachesOf(article)  equals  errorsOf(problemsOf(article))
 */
export function breachesOf(article: Facts): Problem[] {
  const { publishedAt } = article
  const isInstant = typeof publishedAt === 'string' && !Number.isNaN(Date.parse(publishedAt))
  // Writing a moment as Beijing reads it is dear, and no error hangs on it.
  const dated = isInstant ? [] : dateProblems(article, new Date(0))
  return errorsOf([...missing(article), ...dated, ...addressProblems({ ...article, publishedAt: undefined })])
}

/** A person of the archive in, what is wrong with the name out. */
export function profileProblems(profile: Facts): Problem[] {
  return [...namesIn(profile, ['name']), ...letterProblems(profile)]
}

/** Whether anything keeps the article from being published. */
export const errorsOf = (problems: readonly Problem[]): Problem[] => problems.filter(({ level }) => level === 'error')

export function printPath(path: Path): string {
  return path.reduce<string>((printed, segment) => {
    if (typeof segment === 'string') return printed === '' ? segment : `${printed}.${segment}`
    if (typeof segment === 'number') return `${printed}[${segment}]`
    return `${printed}[${'_key' in segment ? segment._key : segment.join(':')}]`
  }, '')
}

function missing(article: Facts): Problem[] {
  const source = article['source']
  const absent = [
    ...(['title', 'publishedAt', 'address'] as const).filter((field) => isBlank(article[field])),
    ...(isFacts(source) && !isBlank(source['_ref']) ? [] : (['source'] as const)),
  ].map((field) => error([field], MISSING[field]))
  return needsEditor(article) ? [...absent, error(['attributions'], MISSING.editor)] : absent
}

function needsEditor(article: Facts): boolean {
  const edited = listOf(article['attributions']).some(({ role, name }) => role === 'editor' && !isBlank(name))
  return !edited && isBlank(article['editorWaiver']) && !isFacts(article['withdrawn'])
}

function dateProblems({ publishedAt }: Facts, now: Date): Problem[] {
  if (typeof publishedAt !== 'string' || isBlank(publishedAt)) return []
  const minute = shanghaiMinute(publishedAt)
  if (minute === undefined) return [error(['publishedAt'], `“${publishedAt}”不是一个时间。`)]
  if (new Date(publishedAt) <= now) return []
  return [warning(['publishedAt'], `刊发时间 ${minute}（北京时间）还没有到。`)]
}

function addressProblems({ address, publishedAt, formerAddresses }: Facts): Problem[] {
  const former = Array.isArray(formerAddresses) ? formerAddresses : []
  const bad = former.flatMap((path, index) =>
    typeof path === 'string' && isAddress(path) ? [] : [error(['formerAddresses', index], BAD_ADDRESS)],
  )
  if (typeof address !== 'string' || isBlank(address)) return bad
  if (!isAddress(address)) return [error(['address'], BAD_ADDRESS), ...bad]
  const doubts = [
    ...(/[A-Z]/u.test(address) ? ['地址中有大写字母；有的服务器不分大小写，请改用小写。'] : []),
    ...(former.includes(address) ? ['这个地址同时列在“曾用地址”中。'] : []),
    ...dayDoubt(address, typeof publishedAt === 'string' ? shanghaiDay(publishedAt) : undefined),
  ]
  return [...doubts.map((message) => warning(['address'], message)), ...bad]
}

/** `/n2/2020/0702/…` names a day: a reader who sees another date above the text doubts both. */
function dayDoubt(address: string, day: string | undefined): string[] {
  const [, year, month, date] = /\/(\d{4})\/(\d{2})(\d{2})\//u.exec(address) ?? []
  if (year === undefined || day === undefined || day === `${year}-${month}-${date}`) return []
  return [`地址中的日期是 ${year}-${month}-${date}，刊发日期（北京时间）是 ${day}。`]
}

function nameProblems(article: Facts): Problem[] {
  return listOf(article['attributions']).flatMap((attribution, index) =>
    namesIn(attribution, ['attributions', keyOf(attribution, index), 'name']),
  )
}

function namesIn({ name }: Facts, path: Path): Problem[] {
  return typeof name === 'string' ? nameFaults(name).map((fault) => warning(path, `${fault}。`)) : []
}

/** The archive's own records quote what they could not read. */
const NOT_READ = new Set(['provenance', 'originalUrl'])

function letterProblems(value: unknown, path: Path = []): Problem[] {
  if (typeof value === 'string') {
    const strange = strangeLetters(value)
    return strange.length === 0 ? [] : [warning(path, `有读者看不到或看不懂的字符：${strange.join('；')}。`)]
  }
  if (Array.isArray(value)) return value.flatMap((one, index) => letterProblems(one, [...path, keyOf(one, index)]))
  if (!isFacts(value)) return []
  return Object.entries(value)
    .filter(([field]) => !field.startsWith('_') && !NOT_READ.has(field))
    .flatMap(([field, inside]) => letterProblems(inside, [...path, field]))
}

const error = (path: Path, message: string): Problem => ({ path, level: 'error', message })
const warning = (path: Path, message: string): Problem => ({ path, level: 'warning', message })

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === ''
const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): Facts[] => (Array.isArray(value) ? value.filter(isFacts) : [])
const keyOf = (value: unknown, index: number): Path[number] =>
  isFacts(value) && typeof value['_key'] === 'string' ? { _key: value['_key'] } : index
