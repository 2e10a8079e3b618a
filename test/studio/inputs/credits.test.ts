/** 署名: what a typed line is read as, where it is put, and what the page will print. */
import { describe, expect, it } from 'vitest'
import { attributionsOf, creditLinesOf } from '../../../sanity/studio/inputs/credits/attributions.ts'
import { attributionsRead, newPeople } from '../../../sanity/studio/inputs/credits/decide.ts'
import { fill, rolesBoth, type Mode } from '../../../sanity/studio/inputs/credits/fill.ts'
import { peopleIn, readLines } from '../../../sanity/studio/inputs/credits/line.ts'
import { printedCredits } from '../../../sanity/studio/inputs/credits/printed.ts'
import { standingOf } from '../../../sanity/studio/inputs/credits/standing.ts'
import { NEW, NOBODY } from '../../../sanity/studio/inputs/people/match.ts'
import { textOf } from '../../../sanity/studio/inputs/value.ts'

const said = (text: string): string[] =>
  peopleIn(readLines(text)).map(({ role, name, note }) => [role, name, note].filter(Boolean).join(' '))

/** `editor 韩岭` rows as a form holds them. */
const rows = (...all: string[]) =>
  all.map((row, index) => {
    const [role = '', name = ''] = row.split(' ')
    return { _key: `r${index}`, _type: 'attribution', role, name }
  })
const names = (items: readonly Readonly<Record<string, unknown>>[]): string[] =>
  items.map(({ role, name }) => `${textOf(role)} ${textOf(name)}`)
const put = (existing: string[], line: string, mode: Mode): string[] =>
  names(fill(rows(...existing), attributionsRead(peopleIn(readLines(line)), [], []), mode))

describe('a typed line', () => {
  it('is read as an original’s is', () => {
    expect(said('(责编：韩岭、邱实(实习))')).toEqual(['editor 韩岭', 'editor 邱实 实习'])
    expect(said('（记者 江穗 通讯员 罗春来）')).toEqual(['reporter 江穗', 'correspondent 罗春来'])
    expect(said('（记者 江穗）\n(责编：韩岭)')).toEqual(['reporter 江穗', 'editor 韩岭'])
  })

  it('takes names alone only in brackets, and then as writers', () => {
    expect(said('(江穗、罗春来)')).toEqual(['reporter 江穗', 'reporter 罗春来'])
    expect(readLines('江穗、罗春来')).toEqual([{ text: '江穗、罗春来', people: undefined }])
  })

  it('is said to be unread when it is prose', () => {
    expect(readLines('渠水流进了田里。\n\n')).toEqual([{ text: '渠水流进了田里。', people: undefined }])
  })
})

describe('填入', () => {
  it('replaces the role where it stands and leaves the others', () => {
    expect(put(['reporter 江穗', 'editor 陶敏仪', 'proofreader 范仲宁'], '(责编：韩岭、邱实)', 'replace')).toEqual([
      'reporter 江穗',
      'editor 韩岭',
      'editor 邱实',
      'proofreader 范仲宁',
    ])
  })

  it('puts roles that are new behind, in the line’s order', () => {
    expect(put(['editor 韩岭'], '（记者 江穗 通讯员 罗春来）', 'replace')).toEqual([
      'editor 韩岭',
      'reporter 江穗',
      'correspondent 罗春来',
    ])
  })

  it('appends behind the same role, and nobody twice', () => {
    expect(put(['editor 韩岭', 'proofreader 范仲宁'], '(责编：韩岭、邱实)', 'append')).toEqual([
      'editor 韩岭',
      'editor 邱实',
      'proofreader 范仲宁',
    ])
  })

  it('keeps a row that is still being filled in', () => {
    const half = [{ _key: 'h', _type: 'attribution' }]
    expect(fill(half, attributionsRead(peopleIn(readLines('(责编：韩岭)')), [], []), 'replace')).toHaveLength(2)
  })

  it('names the roles that it would replace', () => {
    expect(rolesBoth(rows('editor 韩岭', 'reporter 江穗'), peopleIn(readLines('(责编：邱实)')))).toEqual(['editor'])
  })
})

describe('the people of a line', () => {
  it('are made anew, tied to the one chosen, or left without', () => {
    const people = peopleIn(readLines('(责编：韩岭、新人甲、邱实)'))
    const choices = [
      { name: '韩岭', choice: 'profile-han-ling' },
      { name: '新人甲', choice: NEW },
      { name: '邱实', choice: NOBODY },
    ]
    const { rows, missing } = newPeople(choices, () => 'abc')
    expect(missing).toEqual([{ _id: 'profile-abc', _type: 'profile', name: '新人甲' }])
    const read = attributionsRead(people, rows, [], () => 'k')
    expect(read.map(({ name, who }) => [name, who?._ref])).toEqual([
      ['韩岭', 'profile-han-ling'],
      ['新人甲', 'profile-abc'],
      ['邱实', undefined],
    ])
  })

  it('are referred to weakly while they are drafts, as the Studio does it', () => {
    const known = [{ id: 'p', kind: 'profile' as const, name: '韩岭', otherNames: [], about: '', published: false }]
    const [read] = attributionsRead(peopleIn(readLines('(责编：韩岭)')), [{ name: '韩岭', choice: 'p' }], known)
    expect(read?.who).toEqual({ _type: 'reference', _ref: 'p', _weak: true, _strengthenOnPublish: { type: 'profile' } })
  })
})

const kept = (...texts: string[]) =>
  creditLinesOf(texts.map((text, index) => ({ _key: `l${index}`, place: 'foot', text })))

describe('将印作', () => {
  it('is the line that the page prints', () => {
    expect(printedCredits(attributionsOf(rows('reporter 江穗', 'editor 韩岭', 'editor 邱实')), [])).toEqual([
      { place: '文末', text: '（记者 江穗）' },
      { place: '页尾', text: '(责编：韩岭、邱实)' },
    ])
    expect(printedCredits([], [])).toEqual([])
  })

  it('is the original’s own line while one is kept', () => {
    const lines = kept('（责任编辑：韩岭 邱实）')
    const attributions = attributionsOf(rows('editor 韩岭', 'editor 邱实'))
    expect(printedCredits(attributions, lines)).toEqual([{ place: '页尾', text: '（责任编辑：韩岭 邱实）' }])
    expect(standingOf(attributions, lines)).toEqual({ kept: lines, apart: [], unprinted: [] })
  })

  it('tells which kept line stands against the attributions, and who is not printed', () => {
    const lines = kept('(责编：韩岭、邱实)')
    const { apart, unprinted } = standingOf(attributionsOf(rows('editor 韩岭', 'editor 新人甲')), lines)
    expect(apart).toEqual(lines)
    expect(unprinted.map(({ name }) => name)).toEqual(['韩岭', '新人甲'])
  })

  it('does not count the date line or 原标题 among them', () => {
    const lines = creditLinesOf([{ _key: 'a', place: 'head', text: '2024年06月02日08:30  来源:禾风日报' }])
    expect(standingOf(attributionsOf(rows('editor 韩岭')), lines)).toEqual({ kept: [], apart: [], unprinted: [] })
  })

  it('draws nothing from a form that holds anything else', () => {
    expect(
      attributionsOf([null, 3, { role: 'king', name: '甲' }, { role: 'editor' }, { role: 'editor', name: '' }]),
    ).toEqual([])
    expect(creditLinesOf({ place: 'foot' })).toEqual([])
  })
})
