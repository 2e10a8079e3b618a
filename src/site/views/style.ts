/**
 * Every component of the site with sample words, each under its name.
 *
 *   styleView(page)  →  Html '… <h1>样式</h1> <h2>颜色</h2> …'
 *
 * Drawn by the very views that the site uses; only the words are made up.
 */
import type { StylePage } from '../../content/kinds/style.ts'
import type { Listing } from '../../content/listing.ts'
import { html, type Html } from '../html.ts'
import { STYLE_SHEET } from '../styles/sheet.ts'
import { aroundView } from './around.ts'
import { listView, periodsView } from './listing.ts'
import { shell } from './shell.ts'

const HREF = '/about/style/'

const LISTING: Listing = {
  label: '稿件',
  total: 2,
  days: [
    {
      day: '2024-06-02',
      label: '2024年6月2日',
      href: HREF,
      entries: [
        { href: HREF, kicker: '全县春灌一线报道', title: '把渠修到田头', time: '08:30', source: '禾风日报' },
        {
          href: HREF,
          title: '题目很长的时候，第二行与第一行对齐，不会伸到钟点下面去，也不会把一个字单独留在末行',
          time: '07:15',
        },
      ],
    },
  ],
}

const PERIODS = [
  { label: '2024年', links: [6, 5, 1].map((month) => ({ text: `${month}月`, href: HREF, count: month * 3 })) },
]

export function styleView(page: StylePage): Html {
  return shell({
    ...page,
    title: '样式',
    path: [{ text: '关于本站', href: '/about/' }],
    description: '本站页面上的每一种部件',
    sheet: STYLE_SHEET,
    main: html`<h1>样式</h1>
<section><h2>颜色</h2><p class="swatches"><span>纸</span><span class="ink">墨：正文</span><span class="quiet">淡墨：引题、时间</span><span class="rule">细线</span><span class="red">朱：报名、链接</span><span class="tint">栏：频道、粗线</span></p></section>
<section><h2>题</h2><div class="headline"><p class="kicker">引题：全县春灌一线报道</p><p class="big">主标题：把渠修到田头</p><p class="subtitle">副题：——澄河灌区的一百天</p><p class="head">2024年06月02日08:30　来源：<a href="${HREF}">禾风日报</a></p></div></section>
<section><h2>正文</h2><div class="text"><p>本报青禾六月二日电　渠水到了田头。正文十八磅，行距两倍，每行不超过四十个字，段首空两字；<a href="${HREF}">链接</a>有朱红的下划线，<strong>着重</strong>与<em>强调</em>各有样子，<s>删去的字</s>仍看得见。数字 2024 与 CSS 之间的空隙由浏览器留出。</p><blockquote><p>引文：先把渠修到田头，再说别的。</p></blockquote><ul><li>第一项</li><li>第二项</li></ul>
<table><thead><tr><th>渠段</th><th class="right">公里</th></tr></thead><tbody><tr><td>东干渠</td><td class="right">12.5</td></tr><tr><td>西干渠</td><td class="right">9.0</td></tr></tbody></table>
<section class="note"><h3>更正（2024年06月05日10:00）</h3><p>第三段“十二公里”应为“二十公里”。</p></section><p class="foot">(责编：韩岭、邱实)</p></div></section>
${listView(LISTING)}${periodsView(PERIODS)}<section><h2>前后</h2>${aroundView('前后', [
      ['同日上一篇', { text: '雪落石鹭湖', href: HREF }],
      ['同日下一篇', { text: '渠首开闸', href: HREF }],
    ])}</section>`,
  })
}
