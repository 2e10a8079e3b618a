/**
 * Pages that say one thing: an article withdrawn, an article moved, an address unknown.
 *
 *   tombstoneView({ site, address, date: '2024年6月9日', reason: '事实有误' })  →  Html '… <h1>本文已撤回</h1> …'
 *   redirectView({ site, address, to: { text: '把渠修到田头', href: '/2024/0602/a1.html' } })  →  Html '… <meta http-equiv="refresh" …> …'
 */
import type { NotFoundPage } from '../../content/kinds/notFound.ts'
import type { RedirectPage } from '../../content/kinds/redirect.ts'
import type { TombstonePage } from '../../content/kinds/tombstone.ts'
import { html, nothing, type Html } from '../html.ts'
import { NOTICE_SHEET } from '../styles/sheet.ts'
import { shell } from './shell.ts'

export function tombstoneView({ site, date, reason }: TombstonePage): Html {
  return shell({
    site,
    title: '本文已撤回',
    indexed: false,
    path: [],
    sheet: NOTICE_SHEET,
    main: html`<div class="notice"><h1>本文已撤回</h1>
${date === undefined ? nothing : html`<p class="say">撤回日期：${date}</p>\n`}${reason === undefined ? nothing : html`<p>${reason}</p>\n`}<p class="subs"><a href="/about/corrections/">更正与撤稿</a><a href="/">回到首页</a></p></div>`,
  })
}

/** Servers that read our configuration answer 301 before this page is seen. */
export function redirectView({ site, to, canonical }: RedirectPage): Html {
  return shell({
    site,
    title: to.text,
    canonical,
    refresh: to.href,
    path: [],
    sheet: NOTICE_SHEET,
    main: html`<div class="notice"><h1>本文已移至新地址</h1>
<p><a href="${to.href}">${to.text}</a></p></div>`,
  })
}

export function notFoundView({ site, years }: NotFoundPage): Html {
  return shell({
    site,
    title: '没有这个页面',
    indexed: false,
    path: [],
    sheet: NOTICE_SHEET,
    main: html`<div class="notice"><h1>没有这个页面</h1>
<p>地址可能抄写有误，或稿件尚未收入本站。可以用标题、人名、日期<a href="/search/">查找</a>，或从频道、<a href="/days/">日历</a>、<a href="/people/">人物</a>找起。</p>
<p class="subs"><a href="/">回到首页</a>${years.map(({ text, href }) => html`<a href="${href}">${text}</a>`)}</p></div>`,
  })
}
