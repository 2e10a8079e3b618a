/** A card is the same picture on every machine, and its headline breaks where a Chinese line may break. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawCard } from '../../src/cards/card.ts'
import { openLetters, type Letter } from '../../src/cards/letters.ts'
import { lengthOf, linesOf } from '../../src/cards/lines.ts'

const CARD = {
  site: '禾风网',
  channel: '乡村',
  kicker: '东干渠改造一年回访',
  title: '“稳”字当头，把渠修到田头',
  from: '禾风日报　2024年6月2日',
  credits: '记者　石砚、江穗　责编　韩岭',
}

const setOf = (text: string): Letter[] => Array.from(text, (letter) => ({ letter, advance: 1, path: '' }))
const textOf = (line: readonly Letter[]): string => line.map(({ letter }) => letter).join('')

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('the lines of a headline', () => {
  it.each([
    ['水走暗管来', 11, ['水走暗管来']],
    ['把渠修到田头，七条土渠埋进地下', 10, ['把渠修到田头，', '七条土渠埋进地下']],
    ['渠首今晨开闸 澄河水下了东干渠', 10, ['渠首今晨开闸', '澄河水下了东干渠']],
    ['水到田头，还差最后一百米', 10, ['水到田头，', '还差最后一百米']],
    ['听见“水响”才睡得着', 5, ['听见', '“水响”', '才睡得着']],
  ])('of %s end at a pause where they can and are about as long as each other', (title, width, lines) => {
    expect(linesOf(setOf(title), { width, most: 3 })?.map(textOf)).toEqual(lines)
  })

  it('hold every letter in order, none begins with a closing mark, none is too long', () => {
    const title = fc.array(fc.constantFrom('渠水', '田', '，', '。', '“', '”', '《', '》', '（', '）', 'a b', '2024'), {
      minLength: 1,
    })
    fc.assert(
      fc.property(title, fc.integer({ min: 6, max: 20 }), (parts, width) => {
        const lines = linesOf(setOf(parts.join('')), { width, most: 4 })
        if (lines === undefined) return
        expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(parts.join('').replaceAll(' ', ''))
        expect(lines.filter((line) => lengthOf(line) > width)).toEqual([])
        const [begin, end] = [lines.slice(1).map(textOf), lines.slice(0, -1).map(textOf)]
        expect(begin.filter((line) => /^[，。”》）]/u.test(line))).toEqual([])
        expect(end.filter((line) => /[“《（]$/u.test(line))).toEqual([])
      }),
    )
  })
})

describe('letters', () => {
  it('have outlines in two weights, wide and narrow, rare ones too; what the font lacks is set as 〓', async () => {
    const letters = await openLetters()
    const [wide, narrow, rare] = await letters.of('渠1堃', 700)
    expect([wide?.advance, rare?.advance]).toEqual([1, 1])
    expect(narrow?.advance).toBeLessThan(0.7)
    expect(await letters.of('渠', 400)).not.toEqual([wide])
    const [lacking, mark] = await letters.of('㐂〓', 700)
    expect(lacking).toEqual(mark)
    expect(mark?.path).toContain('Z')
  })
})

describe('a card', () => {
  it('is a picture of 1,200 by 630 that says what the article says: other words, another picture', async () => {
    const bytes = await drawCard(CARD)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(bytes.length).toBeLessThan(80_000)
    for (const field of ['site', 'channel', 'kicker', 'title', 'from', 'credits'] as const)
      expect(digest(await drawCard({ ...CARD, [field]: '雪' }))).not.toBe(digest(bytes))
  })

  it('is the same to the byte where the machine has no font at all', async () => {
    const script = `const { drawCard } = await import('./src/cards/card.ts'); process.stdout.write(await drawCard(${JSON.stringify(CARD)}))`
    const bytes = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { PATH: '', FONTCONFIG_FILE: '/dev/null', FONTCONFIG_PATH: '/nowhere', XDG_DATA_HOME: '/nowhere' },
      maxBuffer: 10_000_000,
    })
    expect(digest(bytes)).toBe(digest(await drawCard(CARD)))
  })

  it.each([
    ['a headline of three hundred letters', { title: '渠水到田头'.repeat(60) }],
    ['a headline without a place to break', { title: 'w'.repeat(300) }],
    ['no words at all', { title: '', kicker: '', channel: '', credits: '', from: '' }],
    ['letters that nobody has', { title: '\u{10ffff}\u0000\ud800<svg>&"' }],
  ])('is drawn of %s', async (_what, fields) => {
    expect(await sharp(await drawCard({ ...CARD, ...fields })).metadata()).toMatchObject({ width: 1200 })
  })
})
