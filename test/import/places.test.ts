/** Where on a page of no known template the text stands. */
import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../src/import/parse/html/page.ts'

const TITLE = '渠水流到青禾镇最远的一块田'
const PROSE = [
  '天亮以前，渠水流到了青禾镇最远的一块田，守了一夜的人站起来，拍了拍身上的土。',
  '这条渠修了两年，全长十一公里，沿途三个村的人轮流看守，今年春天第一次放水。',
  '“水到了，苗就有指望了。”种了四十年地的老人说，他把铁锹插在田埂上，没有回家。',
]

describe('the text', () => {
  it('is what stands near the headline, not the longer one that is recommended far below', () => {
    const [first = '', second = ''] = PROSE
    const filler = Array.from({ length: 60 }, (_, index) => `<div><a href="/${index}">看点之${index}</a></div>`).join(
      '',
    )
    const text = `<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1><div>2021-04-06 08:30</div>
      <div class="a1"><p>${first}</p><p>${second}</p></div>${filler}<div><div class="b2"><p>${first.repeat(3)}</p></div></div></body></html>`
    expect(parseHtml({ file: 'page.html', text, sha256: '' })).toMatchObject({
      sections: [{ paragraphs: [first, second] }],
    })
  })

  it('is where its prose stands when broken markup left nothing in the template’s element', () => {
    const text = `<html><head><title>${TITLE}</title></head><body><div class="post_content_main"><h1>${TITLE}</h1>
      <div class="post_time_source">2021-04-06 08:30　来源: 禾风日报</div><div id="endText"><p>渠首</p></div>
      <div class="rest">${PROSE.map((one) => `<p>${one}</p>`).join('')}</div></div></body></html>`
    expect(parseHtml({ file: 'page.html', text, sha256: '' })).toMatchObject({
      sections: [{ paragraphs: PROSE }],
      provenance: { template: '网易 2016–2020' },
    })
  })
})
