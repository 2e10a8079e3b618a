/**
 * What a reader typed, as everything that it may be.
 *
 *   parseQuery('渠水 田頭', letters)       →  { phrase: '渠水田头', pieces: ['渠水', '田头'] }
 *   parseQuery('Shí Yàn', letters)       →  { phrase: 'shíyàn', pieces: [...], reading: 'shiyan' }
 *   parseQuery('2024.6.2', letters)      →  { phrase: '202462', pieces: […], day: '20240602' }
 *   parseQuery('http://a.example/n2/c1-34.html', letters)  →  { …, address: '/n2/c1-34.html' }
 *
 * Never throws and never takes long: no more than the first hundred letters are looked at.
 */
import { formsOf } from './entry.ts'
import { foldText, type Letters } from './fold.ts'

export interface Query {
  /** Everything typed, folded. */
  phrase: string
  /** What spaces parted, folded; one of at least two units each. */
  pieces: string[]
  /** Latin letters only: how a name may be read. */
  reading?: string
  /** A year `2024`, a month `202406` or a day `20240602`. */
  day?: string
  address?: string
}

const MOST = 100
const CHINESE_DIGITS = '〇一二三四五六七八九'

export function parseQuery(typed: string, letters: Letters): Query {
  const text = typed.trim().slice(0, MOST).toWellFormed()
  const pieces = text.split(/\s+/u).map((piece) => foldText(piece, letters))
  const reading = readingOf(text)
  const day = dayOf(text)
  const address = addressOf(text)
  return {
    phrase: foldText(text, letters),
    pieces: [...new Set(pieces)].filter((piece) => piece.length > 1),
    ...(reading === undefined ? {} : { reading }),
    ...(day === undefined ? {} : { day }),
    ...(address === undefined ? {} : { address }),
  }
}

/** `Lǚ Níng`, `lv'ning`, `lu ning` in, letters without tones and marks out: ü is v, as it is typed. */
function readingOf(text: string): string | undefined {
  const plain = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/u\u0308/gu, 'v')
    // Between u and its two dots a tone may stand: ǚ is u, dots, tone; written the other way round it is the same letter.
    .replaceAll(/u([\u0300\u0301\u0304\u030c])\u0308/gu, 'v')
    .replaceAll(/[\u0300-\u036f\s'’·.-]/gu, '')
  return /^[a-z]{2,40}$/u.test(plain) ? plain : undefined
}

/** Years from 1800 to 2199, so that other numbers stay numbers. */
const DATE =
  /^((?:1[89]|2[01])\d\d)(?:\s*(?:年|[-/.])\s*(?:(\d{1,2})\s*(?:月|[-/.]|$)\s*(?:(\d{1,2})\s*[日号號]?)?)?)?(?:[T\s]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/u

function dayOf(text: string): string | undefined {
  const latin = arabic(text.normalize('NFKC'))
  const [, year, month, day] = DATE.exec(latin) ?? /^((?:1[89]|2[01])\d\d)(\d\d)(\d\d)?$/u.exec(latin) ?? []
  if (year === undefined) return undefined
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31)
    return undefined
  return year + (month?.padStart(2, '0') ?? '') + (day?.padStart(2, '0') ?? '')
}

/** `二〇二四年六月十二日` → `2024年6月12日`. */
function arabic(text: string): string {
  if (!/^[〇零○一二三四五六七八九]{4}年/u.test(text)) return text
  return text
    .replaceAll(/[零○]/gu, '〇')
    .replaceAll(/([一二三]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : CHINESE_DIGITS.indexOf(ones))),
    )
    .replaceAll(/[〇一二三四五六七八九]/gu, (digit) => String(CHINESE_DIGITS.indexOf(digit)))
}

function addressOf(text: string): string | undefined {
  const isAddress = /^(?:https?:\/\/|\/)\S+$/iu.test(text) || /^(?=.*[\d_-])[\w.-]{5,}$/u.test(text)
  return isAddress ? formsOf(plainAddress(text))[0] : undefined
}

/** An address copied from a browser's bar writes Chinese letters as percent signs. */
function plainAddress(text: string): string {
  try {
    return decodeURI(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
