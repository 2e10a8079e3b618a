/**
 * Queries drawn by rule from an archive, each with what must be found: by looking through every entry, not by any index.
 *
 *   drawQueries(entries, 60)
 *     →  [{ kind: 'phrase', typed: '修到田', truth: Set { '/2024/0602/a1.html' } }, { kind: 'absent', typed: '水田说账', truth: Set {} }, …]
 *
 * From entries spread evenly over the archive: a phrase of each length from two to eight letters, in turn from every field that has one;
 * a name, with other dots or padding; a phrase in Traditional letters; a name in pinyin, with and without spaces; its date in six forms;
 * its address and its number. Then a hundred phrases that no entry has, mixed from those that some have.
 */
import { Converter } from 'opencc-js/cn2t'
import { rowOf, textsOf, type SearchEntry } from '../../src/search/entry.ts'
import { foldText } from '../../src/search/fold.ts'
import { allLetters } from '../../src/search/script/table.ts'
import { randomOf, type Random } from '../random.ts'

export interface DrawnQuery {
  kind: 'phrase' | 'name' | 'traditional' | 'pinyin' | 'date' | 'address' | 'absent'
  typed: string
  /** Addresses of the entries that have it. */
  truth: ReadonlySet<string>
}

interface Drawn extends Omit<DrawnQuery, 'truth'> {
  /** Address of the entry that it was drawn from, which must be found whatever the looking through says. */
  from?: string
}

const LENGTHS = [2, 3, 4, 5, 6, 7, 8]
const ABSENT = 100
const traditionalOf = Converter({ from: 'cn', to: 'tw' })
const letters = allLetters()
const fold = (text: string): string => foldText(text, letters)

interface Looked {
  entry: SearchEntry
  /** Every text, folded, set apart. */
  text: string
}

/** Entries in, queries drawn from so many of them out. */
export function drawQueries(entries: readonly SearchEntry[], of: number, seed = 7): DrawnQuery[] {
  const random = randomOf(seed)
  const looked = lookedAt(entries)
  const step = Math.max(1, Math.floor(entries.length / of))
  const drawn = entries
    .filter((_, index) => index % step === 0)
    .flatMap((entry, turn) => drawFrom(entry, turn, random).map((query) => ({ ...query, from: entry.address })))
  const absent = drawAbsent(looked, random)
  return [...drawn, ...absent].map((query) => ({ kind: query.kind, typed: query.typed, truth: truthOf(query, looked) }))
}

const known = new WeakMap<readonly SearchEntry[], Looked[]>()

function lookedAt(entries: readonly SearchEntry[]): Looked[] {
  const before = known.get(entries)
  if (before !== undefined) return before
  const looked = entries.map((entry): Looked => ({ entry, text: textsOf(rowOf(entry)).map(fold).join('\n') }))
  known.set(entries, looked)
  return looked
}

/** What was drawn from an entry; `turn` says which field is next. */
function drawFrom(entry: SearchEntry, turn: number, random: Random): Drawn[] {
  const row = rowOf(entry)
  const fields = [
    row.title,
    row.kicker,
    row.subtitle,
    row.originalTitle,
    row.lead,
    row.source,
    ...row.subheads,
    ...row.credits,
  ]
  const long = fields.filter((text) => fold(text).length >= 2)
  const phrases = LENGTHS.map((length, index): Drawn => {
    const text = long[(turn + index) % long.length] ?? entry.title
    return { kind: 'phrase', typed: pieceOf(text, length, random) }
  })
  const names = entry.people.map(({ name }) => name).filter((name) => fold(name).length > 1)
  const name = names[turn % Math.max(1, names.length)]
  const traditional = traditionalOf(pieceOf(entry.title, 4 + (turn % 4), random))
  return [
    ...phrases.filter(({ typed }) => fold(typed).length > 1),
    ...(name === undefined ? [] : nameForms(name, turn)),
    { kind: 'traditional', typed: traditional },
    { kind: 'date', typed: dateForm(entry.shown, turn) },
    { kind: 'address', typed: turn % 2 === 0 ? entry.address : `https://any.example${entry.address}` },
    ...pinyinOf(entry, turn),
  ]
}

/** So many letters from anywhere in a text, punctuation within counted as it stands. */
function pieceOf(text: string, length: number, random: Random): string {
  const from = random.below(Math.max(1, text.length - length + 1))
  return text.slice(from, from + length).trim()
}

const nameForms = (name: string, turn: number): Drawn[] => [
  { kind: 'name', typed: name },
  {
    kind: 'name',
    typed: name.includes('·') ? name.replaceAll('·', ['', '・', '•', ' '][turn % 4] ?? '') : [...name].join(' '),
  },
]

function pinyinOf({ people }: SearchEntry, turn: number): Drawn[] {
  const person = people[turn % Math.max(1, people.length)]
  const reading = person?.readings[0]
  return reading === undefined || reading.length < 4
    ? []
    : [{ kind: 'pinyin', typed: turn % 2 === 0 ? reading : `${reading.slice(0, 3)} ${reading.slice(3)}` }]
}

function dateForm(shown: string, turn: number): string {
  const [year = '', month = '', day = ''] = shown.slice(0, 10).split('-')
  const forms = [
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}年${month}月${day}日`,
    `${year}-${month}-${day}`,
    `${year}/${Number(month)}/${Number(day)}`,
    `${year}.${month}.${day}`,
    `${year}${month}${day}`,
  ]
  return forms[turn % forms.length] ?? ''
}

/** Halves of two phrases that some have, joined so that none has the whole. */
function drawAbsent(looked: readonly Looked[], random: Random): Drawn[] {
  const absent: Drawn[] = []
  for (let tries = 0; absent.length < ABSENT && tries < 100 * ABSENT; tries += 1) {
    const [a, b] = [
      looked[random.below(looked.length)]?.entry.title ?? '',
      looked[random.below(looked.length)]?.entry.title ?? '',
    ]
    const typed = pieceOf(a, 2 + random.below(2), random) + pieceOf(b, 2 + random.below(2), random)
    if (fold(typed).length >= 4 && looked.every(({ text }) => !text.includes(fold(typed))))
      absent.push({ kind: 'absent', typed })
  }
  return absent
}

/** Which of all entries have what was drawn from a few of them. */
export function truthAmong(query: DrawnQuery, entries: readonly SearchEntry[]): Set<string> {
  return new Set([...truthOf(query, lookedAt(entries)), ...query.truth])
}

/** By looking at each entry. */
function truthOf({ kind, typed, from }: Drawn, looked: readonly Looked[]): Set<string> {
  const wanted = fold(typed)
  const plain = typed.replaceAll(/\s/gu, '')
  const holds = ({ entry, text }: Looked): boolean => {
    if (text.includes(wanted)) return true
    if (kind === 'pinyin')
      return entry.people.some(({ readings }) => readings.some((reading) => reading.startsWith(plain)))
    if (kind === 'date') return entry.shown.startsWith(isoDay(typed))
    return kind === 'address' && typed.endsWith(entry.address)
  }
  const found = looked.filter(holds).map(({ entry }) => entry.address)
  return new Set(from === undefined ? found : [...found, from])
}

function isoDay(typed: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/u.exec(typed) ?? []
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
