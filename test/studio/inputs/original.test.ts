/** 粘贴原文: what is read, what would be written, what would be overwritten. */
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../../src/import/documents.ts'
import { parseHtml } from '../../../src/import/parse/html/page.ts'
import { parseText } from '../../../src/import/parse/text.ts'
import { fillSkin, SKINS } from '../../import/skins.ts'
import { sha256 } from '../../../src/commands/originals/open.ts'
import { adopt, clashes } from '../../../sanity/studio/inputs/original/adopt.ts'
import { describeOriginal } from '../../../sanity/studio/inputs/original/describe.ts'
import { readOriginal, readPasted } from '../../../sanity/studio/inputs/original/read.ts'
import { NEW, NOBODY } from '../../../sanity/studio/inputs/people/match.ts'
import { itemsOf, refOf } from '../../../sanity/studio/inputs/value.ts'

const FOLDER = new URL('../../law/originals/', import.meta.url)
const ORIGINALS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }))
const NOW = '2026-11-23T01:00:00.000Z'

function read(text: string) {
  const reading = readOriginal(text, NOW)
  if ('refused' in reading) throw new Error(reading.refused)
  return reading
}

const nobodyKnown = { people: {}, known: [], source: undefined }

describe('a pasted original', () => {
  it.each(ORIGINALS)('$name is read as the command line reads it', ({ text }) => {
    const page = parseText({ file: '粘贴的原文', text, sha256: sha256(text) })
    if ('refused' in page) throw new Error(page.refused)
    const ids = read(text).documents.map(({ _id }) => _id)
    expect(ids).toEqual(documentsOf(page, sha256).map(({ _id }) => _id))
    const { fields } = adopt(read(text).documents, nobodyKnown)
    expect(fields['provenance']).toMatchObject({ capturedAt: NOW, sha256: sha256(text) })
  })

  it.each(SKINS)('of a web page of %s is read as the command line reads it', (skin) => {
    const markup = fillSkin(skin)
    const page = parseHtml({ file: '粘贴的原文', text: markup, sha256: sha256(markup) })
    if ('refused' in page) throw new Error(page.refused)
    expect(read(markup).documents.map(({ _id }) => _id)).toEqual(documentsOf(page, sha256).map(({ _id }) => _id))
    expect(readPasted('<p>随手一段</p>', ORIGINALS[0]?.text ?? '', NOW)).toEqual(
      readOriginal(ORIGINALS[0]?.text ?? '', NOW),
    )
  })

  it('is described in the schema’s words', () => {
    const { page } = read(ORIGINALS[0]?.text ?? '')
    const rows = describeOriginal(page).map(({ title, value }) => `${title}=${value.split('\n')[0]}`)
    expect(rows.slice(0, 6)).toEqual([
      '引题=望澜县补上农田水利短板',
      '主标题=把水送到最后一块田',
      '副题=——青禾镇二十公里支渠贯通见闻',
      '刊发时间=2023年04月18日08:05',
      '来源=望澜晚报',
      '原标题=把水送到最后一块田',
    ])
    expect(rows).toContain('署名=记者：石砚、方朴、罗春来')
  })

  it('is refused in Chinese, with what to do', () => {
    expect(readOriginal('随手一段话。', NOW)).toEqual({ refused: expect.stringContaining('没有找到日期来源行') })
    expect(readOriginal('2024年06月02日08:30  来源:禾风日报\n\n正文。', NOW)).toEqual({
      refused: expect.stringContaining('上方没有标题'),
    })
    expect(readOriginal('标题\n\n2024年06月02日08:30\n\n正\ufffd文', NOW)).toEqual({
      refused: expect.stringContaining('丢字'),
    })
  })
})

describe('采用', () => {
  const reading = read(ORIGINALS[0]?.text ?? '')
  const ids = reading.documents.filter(({ _type }) => _type === 'profile').map(({ _id }) => _id)

  it('ties names to the people chosen, makes the missing ones, and leaves out those who are nobody', () => {
    const [first = '', second = '', third = '', ...others] = ids
    const people = { [first]: 'profile-shi-yan', [second]: NEW, [third]: NOBODY }
    const { fields, missing } = adopt(reading.documents, { ...nobodyKnown, people, source: 'source-wanbao' })
    expect(itemsOf(fields['attributions']).map(({ who }) => refOf(who))).toEqual([
      'profile-shi-yan',
      second,
      undefined,
      ...others.map(() => undefined),
    ])
    expect(missing.map(({ _id }) => _id)).toEqual([second])
    expect(refOf(fields['source'])).toBe('source-wanbao')
  })

  it('makes the source when the lake has none of its name', () => {
    expect(adopt(reading.documents, nobodyKnown).missing).toEqual([
      expect.objectContaining({ _type: 'source', name: '望澜晚报' }),
    ])
  })

  it('writes no identity and no field that the page does not have', () => {
    const { fields } = adopt(reading.documents, nobodyKnown)
    expect(Object.keys(fields)).not.toEqual(expect.arrayContaining(['_id']))
    expect(Object.values(fields)).not.toContain(undefined)
  })

  it('does not ask about the values that a new article begins with', () => {
    const { fields } = adopt(reading.documents, nobodyKnown)
    expect(clashes({ _id: 'drafts.a', _type: 'article', publishedAt: NOW }, fields)).toEqual([])
  })

  it('knows which filled fields it would overwrite', () => {
    const { fields } = adopt(reading.documents, nobodyKnown)
    const saved = { _id: 'drafts.a', _type: 'article', _createdAt: NOW }
    expect(clashes(saved, fields)).toEqual([])
    expect(clashes({ ...saved, title: '旧题', kicker: '', sections: [], lead: fields['lead'] }, fields)).toEqual([
      'title',
    ])
  })
})
