/**
 * Pages that say one thing: an article withdrawn, an address unknown.
 *
 *   tombstoneView({ site, address, date: '2024年6月9日', reason: '事实有误' })  →  Html '… <h1>本文已撤回</h1> …'
 */
import type { TombstonePage } from '../../content/pages.ts'
import type { SiteModel } from '../../content/shelf.ts'
import { html, nothing, type Html } from '../html.ts'
import { LISTING_SHEET } from '../styles/sheet.ts'
import { shell } from './shell.ts'

export function tombstoneView({ site, date, reason }: TombstonePage): Html {
  return shell({
    site,
    title: '本文已撤回',
    indexed: false,
    path: [],
    sheet: LISTING_SHEET,
    main: html`<div class="notice"><h1>本文已撤回</h1>
${date === undefined ? nothing : html`<p class="say">撤回日期：${date}</p>\n`}${reason === undefined ? nothing : html`<p>${reason}</p>\n`}<p><a href="/">回到首页</a></p></div>`,
  })
}

export function notFoundView(site: SiteModel): Html {
  return shell({
    site,
    title: '没有这个页面',
    indexed: false,
    path: [],
    sheet: LISTING_SHEET,
    main: html`<div class="notice"><h1>没有这个页面</h1>
<p>地址可能抄写有误，或稿件尚未收入本站。可从首页按日期查找。</p>
<p><a href="/">回到首页</a></p></div>`,
  })
}
