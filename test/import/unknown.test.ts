/** Pages of no known template, put together from the ways in which portals, agencies and accounts print date, source and names. */
import { describe, expect, it } from 'vitest'
import type { OriginalPage } from '../../src/import/page.ts'
import { parseHtml } from '../../src/import/parse/html/page.ts'

const TITLE = '渠水流到青禾镇最远的一块田'
const PROSE = [
  '天亮以前，渠水流到了青禾镇最远的一块田，守了一夜的人站起来，拍了拍身上的土。',
  '这条渠修了两年，全长十一公里，沿途三个村的人轮流看守，今年春天第一次放水。',
  '“水到了，苗就有指望了。”种了四十年地的老人说，他把铁锹插在田埂上，没有回家。',
]

interface Printed {
  head?: string
  opening?: string
  closing?: string
  below?: string
}

function pageOf({ head = '', opening = '', closing = '', below = '' }: Printed): OriginalPage {
  const [first = '', ...others] = PROSE
  const paragraphs = [opening + first, ...others.slice(0, -1), (others.at(-1) ?? '') + closing]
  const text = `<html><head><title>${TITLE}_禾风门户</title></head><body><div class="main"><h1>${TITLE}</h1>${head}
    <div class="article">${paragraphs.map((one) => `<p>${one}</p>`).join('')}${below}</div></div></body></html>`
  const page = parseHtml({ file: 'page.html', text, sha256: '' })
  if ('refused' in page) throw new Error(`expected the page to be read, found ${page.refused}`)
  return page
}

const peopleOf = (page: OriginalPage): string[] =>
  page.credits.flatMap(({ role, people }) => people.map(({ name }) => `${role} ${name}`))

const DATED = '<div class="info">2021-04-06 08:30</div>'

describe('the source', () => {
  it.each([
    [
      'beside the author with nothing between',
      '<div>2021-04-06 08:30<span>来源：云上时报网</span><span>作者：骆青石</span></div>',
      '云上时报网',
    ],
    [
      'behind a badge that is no source',
      '<div><span class="original">原创</span><span>禾风都市报</span><span>2021-04-06 08:30:12</span></div>',
      '禾风都市报',
    ],
    [
      'as an account’s name',
      '<div><span class="meta_tag">原创</span><span class="meta_nickname"><a id="js_name">青禾说水</a></span></div>',
      '青禾说水',
    ],
  ])('%s', (_, head, source) => {
    expect(pageOf({ head }).source?.name).toBe(source)
  })

  it('keeps the author that stands glued behind it', () => {
    const head = '<div>2021-04-06 08:30<span>来源：云上时报网</span><span>作者：骆青石</span></div>'
    expect(peopleOf(pageOf({ head }))).toEqual(['author 骆青石'])
  })
})

describe('names in the text', () => {
  it.each([
    ['新京快讯（记者 骆青石）', ['reporter 骆青石']],
    ['本站讯（职工通讯员 骆青石 闻溪木）', ['correspondent 骆青石', 'correspondent 闻溪木']],
    ['【禾风时报记者 骆青石】', ['reporter 骆青石']],
    ['[禾风时报驻禾州特约记者 骆青石]', ['reporter 骆青石']],
    ['【摘要】', []],
    ['【禾风时报综合报道】', []],
    ['禾州快讯（见图）', []],
  ])('opening with %s', (opening, people) => {
    const page = pageOf({ head: DATED, opening })
    expect(peopleOf(page)).toEqual(people)
    expect(page.sections[0]?.paragraphs[0]).toBe(opening + PROSE[0])
  })

  it.each([
    ['(文/图 骆青石 闻溪木)', ['author 骆青石', 'author 闻溪木']],
    ['（采写：骆青石）', ['reporter 骆青石']],
  ])('ending with %s', (closing, people) => {
    expect(peopleOf(pageOf({ head: DATED, closing }))).toEqual(people)
  })

  it.each([
    ['采写：禾风都市报见习记者 骆青石', ['reporter 骆青石']],
    ['记者：骆青石 视频：闻溪木', ['reporter 骆青石', 'videographer 闻溪木']],
    ['一审：骆青石 二审：闻溪木 三审：季木兰', ['reviewer 骆青石', 'reviewer 闻溪木', 'reviewer 季木兰']],
  ])('below as %s', (line, people) => {
    const page = pageOf({ head: DATED, below: `<p>${line}</p>` })
    expect(peopleOf(page)).toEqual(people)
    expect(page.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual(PROSE)
  })

  it('above as the whole first paragraph', () => {
    const page = pageOf({ head: `${DATED}<p>【文/云上网专栏作者 骆青石】</p>` })
    expect(peopleOf(page)).toEqual(['author 骆青石'])
  })
})

describe('the headline', () => {
  it('is the heading right above the date where the window title names the site alone', () => {
    const text = `<html><head><title>新闻动态--禾风学会官网</title></head><body><div><h3>首页 - 新闻动态</h3><h5>${TITLE}</h5>
      <div>发布时间：2021-04-06 来源：禾风学会</div>${PROSE.map((one) => `<p>${one}</p>`).join('')}</div></body></html>`
    expect(parseHtml({ file: 'page.html', text, sha256: '' })).toMatchObject({ title: TITLE })
  })
})
