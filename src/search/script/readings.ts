/**
 * How a name is read: for finding it by pinyin, and for the order of people.
 *
 *   readingOf('单田芳')                 →  'shàn tián fāng'
 *   readingOf('古兰·阿依登')              →  'gǔ lán ā yī dēng'
 *   readingOf('种晓', 'chóng xiǎo')     →  'chóng xiǎo'        an editor's reading goes before every rule
 *   typedReadings('lǚ níng')           →  ['lvning', 'luning']  as it is typed
 *
 * Surnames are read as surnames (单 shàn, 曾 zēng, 解 xiè, 区 ōu), and only at the head of a name: 解 in 王解 is jiě. A name that is not
 * in Han letters is its own reading. Surnames that pinyin-pro reads otherwise than the people who bear them are below.
 */
import { pinyin } from 'pinyin-pro'

/** 现代汉语词典 and 中国姓氏 on the readings of surnames. */
const SURNAMES: Record<string, string> = { 种: 'chóng', 黑: 'hè', 秘: 'bì', 繁: 'pó', 句: 'gōu', 佴: 'nài', 能: 'nài' }

const known = new Map<string, string>()

export function readingOf(name: string, corrected?: string): string {
  if (corrected !== undefined && corrected.trim() !== '') return corrected.trim().toLowerCase()
  const before = known.get(name)
  if (before !== undefined) return before
  const reading = readName(
    name.normalize('NFKC').replaceAll(/[\p{P}\s]+/gu, (gap) => (/\p{Script=Han}/u.test(name) ? '' : gap)),
  )
  known.set(name, reading)
  return reading
}

function readName(name: string): string {
  if (!/\p{Script=Han}/u.test(name)) return name.toLowerCase()
  const syllables = pinyin(name, { surname: 'head', type: 'array', nonZh: 'consecutive' })
  const own = SURNAMES[name.charAt(0)]
  return (own === undefined || name.length > 3 ? syllables : [own, ...syllables.slice(1)]).join(' ').toLowerCase()
}

/** Letters alone, as a keyboard gives them; ü is typed v by most and u by some. */
export function typedReadings(reading: string): string[] {
  const plain = reading.normalize('NFD').toLowerCase()
  const letters = (form: string): string => plain.replaceAll(/u\u0308/gu, form).replaceAll(/[^a-z]/gu, '')
  return [...new Set([letters('v'), letters('u')])].filter((typed) => typed.length > 1)
}

/** By reading, then by letters: 单 stands at shan. Tones come last, as in dictionaries. */
export function byReading(a: { name: string; reading: string }, b: { name: string; reading: string }): number {
  return (
    compare(plain(a.reading), plain(b.reading)) ||
    compare(tones(a.reading), tones(b.reading)) ||
    compare(a.name, b.name)
  )
}

const plain = (reading: string): string => reading.normalize('NFD').replaceAll(/[\u0300-\u0307\u0309-\u036f]/gu, '')
/** Tones one to four as they are counted; ā á ǎ à carry these four marks. */
const tones = (reading: string): string =>
  reading
    .normalize('NFD')
    .replaceAll(/[^\u0300\u0301\u0304\u030c]/gu, '')
    .replaceAll(/./gu, (mark) => String('\u0304\u0301\u030c\u0300'.indexOf(mark)))
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
