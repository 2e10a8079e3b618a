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
    [
      'in a line of its own below the date, within the text’s element',
      '<div class="article"><p>2021-04-06 08:30</p><p>来源：<a href="/">禾风商报</a></p><h6>字号:T|T</h6></div>',
      '禾风商报',
    ],
    ['before a bracket that closes another', '<div>2021-04-06 08:30 【来源：禾风日报 】</div>', '禾风日报'],
    ['as the one word behind the date', '<div>2021年04月06日08:30 禾风财经</div>', '禾风财经'],
    ['said to be taken from', '<div>2021-04-06 08:30</div><p><a href="/">摘自禾风晚报</a></p>', '禾风晚报'],
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
    ['禾风日报4月6日讯(记者 骆青石 通讯员 闻溪木)', ['reporter 骆青石', 'correspondent 闻溪木']],
    ['禾风网海州4月6日消息（记者骆青石）', ['reporter 骆青石']],
    ['禾風網南州４月６日專電（記者骆青石）', ['reporter 骆青石']],
    ['〔記者骆青石／台北報導〕', ['reporter 骆青石']],
    ['【骆青石╱新北報導】', ['reporter 骆青石']],
  ])('opening with %s', (opening, people) => {
    const page = pageOf({ head: DATED, opening })
    expect(peopleOf(page)).toEqual(people)
    expect(page.sections[0]?.paragraphs[0]).toBe(opening + PROSE[0])
  })

  it.each([
    ['(文/图 骆青石 闻溪木)', ['author 骆青石', 'author 闻溪木']],
    ['（采写：骆青石）', ['reporter 骆青石']],
    ['(骆青石 编辑)', ['deskEditor 骆青石']],
    ['　本报记者 骆青石', ['reporter 骆青石']],
    ['记者采访结束', []],
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

  it.each([
    ['( 编辑： 骆青石 ) 【字号：大 中 小】【打印】【关闭】', '( 编辑： 骆青石 )', 'deskEditor 骆青石'],
    ['[责任编辑：骆青石] 标签：春灌 渠水', '[责任编辑：骆青石]', 'editor 骆青石'],
    ['【纠错】 【责任编辑:骆青石】', '【责任编辑:骆青石】', 'editor 骆青石'],
    ['禾风商报 (责任编辑：骆青石)', '(责任编辑：骆青石)', 'editor 骆青石'],
    ['编辑： 骆青石 【渠水何时能到田头？】', '编辑： 骆青石', 'deskEditor 骆青石'],
    ['责任编辑：骆青石(本文来源：禾风社 )', '责任编辑：骆青石', 'editor 骆青石'],
  ])('beside tools, to the letter of their brackets: %s', (line, printed, person) => {
    const page = pageOf({ head: DATED, below: `<div class="frame">${line}</div>` })
    expect(page.lines.filter(({ place }) => place === 'foot')).toEqual([{ place: 'foot', text: printed }])
    expect(peopleOf(page)).toEqual([person])
  })

  it('as the editor’s below the lists of other articles, and not the writers’ of those', () => {
    const others = '<h2>相关报道：</h2><ul><li><a href="/1">春灌开始了</a></li><li>作者：闻溪木</li></ul>'
    const many = '<p><a href="/2">更多</a></p>'.repeat(9)
    const below = (last: string): string => `</div>${others}${many}<div>作者：闻溪木</div><div>${last}</div><div>`
    expect(peopleOf(pageOf({ head: DATED, below: below('[责任编辑：骆青石]') }))).toEqual(['editor 骆青石'])
    expect(peopleOf(pageOf({ head: DATED, below: below('<a href="/">责任编辑：骆青石</a>') }))).toEqual([])
    expect(peopleOf(pageOf({ head: DATED, below: below('<p>网友评论</p>[责任编辑：骆青石]') }))).toEqual([])
  })

  it('in two readings as printed, credited to nobody, with both readings told', () => {
    const page = pageOf({ head: DATED, below: '</div><p>责编：骆 溪 川</p><div>' })
    expect(peopleOf(page)).toEqual([])
    expect(page.lines.at(-1)).toEqual({ place: 'foot', text: '责编：骆 溪 川' })
    expect(page.problems).toEqual([
      '“责编：骆 溪 川”有 2 种读法：“责编 骆溪、川”，或“责编 骆、溪川”。不能断定，原行照印，请在编辑台补上署名。',
    ])
  })

  it('above as the whole first paragraph', () => {
    const page = pageOf({ head: `${DATED}<p>【文/云上网专栏作者 骆青石】</p>` })
    expect(peopleOf(page)).toEqual(['author 骆青石'])
  })
})

/** When a page appeared, what an editor is told, and what was completed. */
const dateOf = (head: string, code = ''): [string | undefined, string[], string[]] => {
  const { publishedAt, problems, provenance } = pageOf({ head: code + head })
  return [publishedAt, problems, provenance.normalisations]
}

describe('a date', () => {
  it.each([
    [
      '发布时间：09-3022:46优质原创作者',
      '<meta itemprop="dateUpdate" content="2019-09-30 22:46:13">',
      '2019-09-30T22:46:00+08:00',
      '年份取自页面代码，页面只印“09-3022:46”',
    ],
    [
      '发布时间：9月30日',
      '<script type="application/ld+json">{"datePublished":"2019-09-30T15:46:13Z"}</script>',
      '2019-09-30T00:00:00+08:00',
      '年份取自页面代码，页面只印“9月30日”',
    ],
    [
      '青禾说水 昨天',
      '<script>var ct = "1581517074"</script>',
      '2020-02-12T22:17:00+08:00',
      '日期取自页面代码，页面只印“昨天”',
    ],
  ])('without its year, %s, is completed by the page’s own code', (shown, code, publishedAt, note) => {
    expect(dateOf(`<p>${shown}</p>`, code)).toEqual([publishedAt, [], [note]])
  })

  it('without its year is told where the code says nothing of it', () => {
    const other = '<meta itemprop="dateUpdate" content="2019-10-01 22:46:13">'
    expect(dateOf('<p>发布时间：09-30 22:46</p>', other)).toEqual([
      undefined,
      ['页面只印“09-30 22:46”，没有年份，须在编辑台补上。'],
      [],
    ])
  })

  it('alone below the text is the page’s', () => {
    expect(pageOf({ below: '</div><p>2021-04-06 08:30</p><div>' }).publishedAt).toBe('2021-04-06T08:30:00+08:00')
  })
})

describe('the headline', () => {
  it('is the heading right above the date where the window title names the site alone', () => {
    const text = `<html><head><title>新闻动态--禾风学会官网</title></head><body><div><h3>首页 - 新闻动态</h3><h5>${TITLE}</h5>
      <div>发布时间：2021-04-06 来源：禾风学会</div>${PROSE.map((one) => `<p>${one}</p>`).join('')}</div></body></html>`
    expect(parseHtml({ file: 'page.html', text, sha256: '' })).toMatchObject({ title: TITLE })
  })
})
