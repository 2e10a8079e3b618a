/** Credit lines with more than one reading: all are named, none is chosen. */
import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../src/text/credits/readings.ts'

describe('a line with several readings', () => {
  it.each([
    ['责编：闻 溪 川', ['责编 闻溪、川', '责编 闻、溪川']],
    ['（记者 闻 溪 季 川 木）', ['记者 闻溪、季川、木', '记者 闻溪、季、川木', '记者 闻、溪季、川木']],
    ['责编：骆溪闻川', ['责编 骆溪闻川', '责编 骆溪、闻川']],
    ['记者骆溪闻秋白', ['记者 骆溪、闻秋白']],
    ['禾风日报记者骆溪闻秋白摄影季川', ['禾风日报记者 骆溪、闻秋白；摄影季川']],
    ['骆青石 责编：闻溪', ['记者 骆青石；责编 闻溪', '责编 骆青石、闻溪']],
    ['编辑 记者 骆青石', ['编辑 骆青石；记者 骆青石', '编辑（未署名）；记者 骆青石']],
    ['（骆青石摄 闻溪）', ['摄影 骆青石；记者 闻溪', '摄影 骆青石、闻溪']],
  ])('%s has %j', (line, readings) => {
    expect(readingsOf(line)).toEqual(readings)
  })
})

describe('nothing is doubtful in', () => {
  it.each([
    '责编：骆青石、闻 溪',
    '责编：欧阳青石',
    '责编：阿依古丽',
    '记者来到村里',
    '（实习生骆青石对此文亦有贡献）',
    '记者骆青石走进田间。',
    '渠水来了',
  ])('%s', (line) => {
    expect(readingsOf(line)).toEqual([])
  })
})
