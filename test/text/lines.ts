/**
 * Credit lines as structures, in every style of print; for the property that parse and print are a pair.
 *
 *   creditLine  →  { open: '（', credits: [{ before: '', label: '记者', role: 'reporter', mark: ' ', people: […], placeholder: '' }], close: '）' }
 */
import * as fc from 'fast-check'
import {
  formatCreditLine,
  type CreditLine,
  type PrintedCredit,
  type PrintedPerson,
} from '../../src/text/credits/line.ts'
import { startsLikeName } from '../../src/text/names.ts'
import { isOrg } from '../../src/text/credits/organisations.ts'
import { code, dottedName, hanName, latinName, note, penName, roleAndLabel } from './arbitrary.ts'

const BRACKETS = [
  ['', ''],
  ['(', ')'],
  ['（', '）'],
  ['【', '】'],
  ['[ ', ' ]'],
  ['［', '］'],
  ['（', ')'],
  ['', ' ]'],
  ['\u3000\u3000(', ' )'],
  ['2013年02月05日 08:31 | ', ' | 来源： 禾风日报'],
  ['本文来源：禾风观察报 ', ''],
] as const
const MARKS = ['：', ':', '： ', ': ', ' ： ', '|', '｜', '丨', '︱', '/'] as const
const SEPARATORS = ['、', '，', ',', ' 、', '、 ', '/', '&', ' & '] as const
const BETWEEN = [' ', '\u3000', '  ', ' / ', ' | ', '；', '、'] as const
const PLACEHOLDERS = ['robot', '系统管理员', 'NF052', 'newsroom', '禾风工作室', 'li_bj03'] as const

/** Letters with the spaces of a padded pair; a name of two letters only. */
const padded = hanName.map((name) => (name.length === 2 ? [...name].join('  ') : name))

const printedName = fc.oneof(hanName, padded, dottedName, latinName, penName)

const person: fc.Arbitrary<PrintedPerson> = fc
  .record({
    printed: printedName,
    note: fc.option(note, { nil: undefined, freq: 4 }),
    code: fc.option(code, { nil: undefined, freq: 5 }),
    style: fc.constantFrom('(', '（'),
    glue: fc.constantFrom(' ', '_', ''),
    codeFirst: fc.boolean(),
  })
  .map(({ printed, note, code, style, glue, codeFirst }) => {
    const inBrackets = note === undefined ? '' : style + note + (style === '(' ? ')' : '）')
    const latinEnd = /[A-Za-zë.]$/u.test(printed)
    const stuck = code === undefined ? '' : (glue === '' && latinEnd ? ' ' : glue) + code
    return {
      before: '',
      printed,
      name: printed.replace('  ', ''),
      ...(note === undefined ? {} : { note }),
      ...(code === undefined ? {} : { code }),
      after: codeFirst ? stuck + inBrackets : inBrackets + stuck,
    }
  })
  // A name that ends as papers do is read as one: 王青报.
  .filter(({ name }) => !isOrg(name))

const credit: fc.Arbitrary<PrintedCredit> = fc
  .record({
    labelled: roleAndLabel,
    mark: fc.constantFrom(...MARKS),
    people: fc.array(person, { maxLength: 4 }),
    separator: fc.constantFrom(...SEPARATORS),
    placeholder: fc.option(fc.constantFrom(...PLACEHOLDERS), { nil: '', freq: 8 }),
  })
  .map(({ labelled: { role, label }, mark, people, separator, placeholder }) => {
    const affiliation = /^(?:禾风日报|云上社|东禾网)/u.exec(label)?.[0]
    const some = people.length === 0 && placeholder === '' ? 'robot' : placeholder
    return {
      before: '',
      label,
      role,
      ...(affiliation === undefined ? {} : { affiliation }),
      mark,
      people: people.map((one, index) => (index === 0 ? one : { ...one, before: separator })),
      placeholder: people.length === 0 || some === '' ? some : separator + some,
    }
  })

/** 记者, 图, 视频, 二审 without a bracket introduce only what begins with a surname: interviews, captions and courts look the same. */
const WORDY =
  /[记記]者|^图|^(?:[一二三初复]审|[一二]校|复核|签发|审签|编审|视频|拍摄|剪辑|设计|漫画|插画|绘图|制图|排版|采访)$/u
const vouched = ({ open, credits }: CreditLine): boolean =>
  /[(（[【［]/u.test(open) ||
  credits.every(
    ({ label, people }) =>
      !WORDY.test(label.replaceAll(/\s/gu, '')) || people.every(({ name }) => startsLikeName(name)),
  )

export const creditLine: fc.Arbitrary<CreditLine> = fc
  .record({
    brackets: fc.constantFrom(...BRACKETS),
    credits: fc.array(credit, { minLength: 1, maxLength: 3 }),
    between: fc.constantFrom(...BETWEEN),
  })
  .map(({ brackets: [open, close], credits, between }) => ({
    open,
    credits: credits.map((one, index) => (index === 0 ? one : { ...one, before: between })),
    close,
  }))
  .filter((line) => vouched(line) && formatCreditLine(line).length <= 300)

const WRITERS = [
  { label: '记者', role: 'reporter' },
  { label: '本报记者', role: 'reporter' },
  { label: '见习记者', role: 'reporter' },
  { label: '东禾网记者', role: 'reporter', affiliation: '东禾网' },
  { label: '通讯员', role: 'correspondent' },
  { label: '特约评论员', role: 'commentator' },
  { label: '实习生', role: 'intern' },
] as const

/** `（记者骆青石 通讯员闻 溪）`: brackets and spaces alone tell labels and names apart. */
export const writersLine: fc.Arbitrary<CreditLine> = fc
  .record({
    writers: fc.array(
      fc.record({
        writer: fc.constantFrom(...WRITERS),
        mark: fc.constantFrom('', ' ', '\u3000'),
        people: fc.array(fc.oneof(hanName, padded, dottedName), { minLength: 1, maxLength: 3 }),
        separator: fc.constantFrom(' ', '  ', '\u3000', '、'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    between: fc.constantFrom(' ', '\u3000', '、'),
  })
  .map(({ writers, between }) => ({
    open: '（',
    credits: writers.map(({ writer, mark, people, separator }, index) => ({
      before: index === 0 ? '' : between,
      ...writer,
      mark,
      people: people.map((printed, place) => ({
        before: place === 0 ? '' : separator,
        printed,
        name: printed.replace('  ', ''),
        after: '',
      })),
      placeholder: '',
    })),
    close: '）',
  }))
