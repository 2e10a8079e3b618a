/**
 * About this site, and about this release of it.
 *
 *   aboutView(page)    →  Html '… <h1>关于禾风网</h1> <h2>频道</h2> … <h2>来源</h2> …'
 *   releaseView(page)  →  Html '… <h1>本次发布</h1> <dl><dt>稿件</dt><dd>61</dd> …'
 */
import type { AboutPage } from '../../content/kinds/about.ts'
import type { Held, ReleasePage } from '../../content/kinds/release.ts'
import { html, nothing, type Html } from '../html.ts'
import { LISTING_SHEET, RECORD_SHEET } from '../styles/sheet.ts'
import { shell } from './shell.ts'

export function aboutView(page: AboutPage): Html {
  const { site, articles, people, channels, sources } = page
  const title = `关于${site.title}`
  return shell({
    ...page,
    title,
    path: [],
    description: `${site.title}：${articles} 篇稿件、${people} 位人物、${sources.length} 个来源`,
    sheet: LISTING_SHEET,
    main: html`<h1>${title}</h1>
<p>${site.title}收有 <a href="/days/">${articles} 篇稿件</a>，写到、署名的有 <a href="/people/">${people} 位人物</a>。稿件一经刊出，地址永久有效；改动都记在<a href="/about/corrections/">更正与撤稿</a>里。每一次发布的内容见<a href="/about/release/">本次发布</a>，版面的样式见<a href="/about/style/">样式</a>。</p>
<p>页面右上方的“大字”“特大字”把这一页的文字和按钮放大到约 1.4 倍或 1.75 倍；不用脚本，也不留记录。要让每一页都用大字，可在浏览器的设置里调大字号，本站的文字、间距和按钮一起放大。</p>
${channels.length === 0 ? nothing : html`<section><h2>频道</h2><dl>${channels.filter(({ depth }) => depth === 0).map((top) => channelView(top, below(channels, top)))}</dl></section>\n`}${
      sources.length === 0
        ? nothing
        : html`<section><h2>来源</h2><p class="subs">${sources.map(({ link, count }) => html`<a href="${link.href}">${link.text} <small>${count}</small></a>`)}</p></section>`
    }`,
  })
}

type ChannelLine = AboutPage['channels'][number]

/** Lines that follow a top channel up to the next one. */
function below(channels: readonly ChannelLine[], top: ChannelLine): ChannelLine[] {
  const rest = channels.slice(channels.indexOf(top) + 1)
  const next = rest.findIndex(({ depth }) => depth === 0)
  return next === -1 ? rest : rest.slice(0, next)
}

const channelView = ({ link, count }: ChannelLine, under: readonly ChannelLine[]): Html =>
  html`<dt><a href="${link.href}">${link.text}</a></dt><dd><span>${count} 篇</span>${under.map(linkView)}</dd>\n`

const linkView = ({ link, count }: ChannelLine): Html =>
  html`<a href="${link.href}">${link.text}<small>${count}</small></a>`

export function releaseView(page: ReleasePage): Html {
  const { site, counts, oldest, newest, held } = page
  return shell({
    ...page,
    title: '本次发布',
    path: [{ text: '关于本站', href: '/about/' }],
    description: `${site.title}这一次发布里有什么`,
    sheet: RECORD_SHEET,
    main: html`<h1>本次发布</h1>
${oldest === undefined || newest === undefined ? nothing : html`<p>最早的稿件刊于 ${oldest}，最新的刊于 ${newest}。</p>\n`}<table class="facts"><thead><tr><th scope="col">内容</th><th scope="col">数目</th></tr></thead>
<tbody>${counts.map(({ label, count }) => html`<tr><th scope="row">${label}</th><td>${count}</td></tr>`)}</tbody></table>
${held === undefined ? nothing : heldView(held)}<h2>换上之前的核对</h2>
${held === undefined ? nothing : html`<p>${resultOf(held)}</p>\n`}<ul>${CHECKS.map((check) => html`<li>${check}</li>`)}</ul>
<p class="say">由发布程序换上的每一版都经过这些核对。不合格的稿件不换上，读者仍看到它上一版的页面（若有）；不属于哪一篇稿件的差错，整版不换。只构建、未经发布程序的一版，不作这些核对。</p>`,
  })
}

const heldView = ({ classes }: Held): Html => html`<h2>文件</h2>
<table class="facts"><thead><tr><th scope="col">类别</th><th scope="col">个数</th><th scope="col">共 KB</th><th scope="col">平均 KB</th></tr></thead>
<tbody>${classes.map(({ label, files, bytes }) => html`<tr><th scope="row">${label}</th><td>${files}</td><td>${kilobytes(bytes)}</td><td>${kilobytes(bytes / files)}</td></tr>`)}</tbody></table>
<p class="say">“列表和说明”指首页、日历、频道、来源、专题、人物和关于本站各页，“供程序读取”指订阅、交换格式和开放数据。未压缩，1 KB 为 1000 字节；本页和压缩好的副本不计。每个文件的 SHA-256 在发布目录的清单里，<code>zebian verify</code> 逐字节核对。</p>
`

/** Bytes in, kilobytes out: `5100` → `5.1`. */
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

const resultOf = ({ refused }: Held): string =>
  refused === 0 ? '本次全部通过，没有稿件被拦下。' : `本次有 ${refused} 篇文档没有通过，未换上；其余全部通过。`

/** What the publisher holds a release to before readers see it, a gate a line: src/publish/gates. */
const CHECKS = [
  '没有稿件早于内容库通知的版本，或早于读者已有的版本（强制发布时只核对前者）',
  '没有两页争用一个地址',
  '改动过的页面完整，标签配对，不超过 50 万字符',
  '改动过的稿件页印有内容库里的每一行署名，编辑不标成作者',
  '改动过的页面没有落空的站内链接；有页面撤下时，凡可能链向它的页面也核对',
  '改动过的文件里没有本机的密钥',
  '没有页面无故消失（强制发布时不核对）',
]
