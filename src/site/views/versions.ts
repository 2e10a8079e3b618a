/**
 * An article's versions: the list with what changed from each to the next, and each version as it was.
 *
 *   versionsView(model)  →  Html '… <h1>版本</h1> … <p>渠水来了，<del>三百</del><ins>四百</ins>亩地。</p> …'
 *   versionView(model)   →  Html '… <p class="say">2024年06月05日17:00的版本 …</p> <h1>把渠修到田头</h1> …'
 */
import type { ArticlePage } from '../../content/article.ts'
import { listAddress, versionAddress, type VersionModel } from '../../content/kinds/version.ts'
import { hrefOf } from '../../content/links.ts'
import type { Version } from '../../content/versions.ts'
import { difference, type Piece } from '../../formats/difference.ts'
import { versionHtml, versionLines } from '../../formats/version.ts'
import { formatMinute } from '../../text/dates.ts'
import { html, nothing, trusted, type Html } from '../html.ts'
import { VERSIONS_SHEET } from '../styles/sheet.ts'
import { shell } from './shell.ts'

type Listed = Pick<VersionModel, 'page' | 'versions'>

export function versionsView({ page, versions }: Listed): Html {
  const steps = versions.map((version, at) => stepView(page, version, versions[at - 1]))
  return around(page, {
    title: `版本：${page.title}`,
    main: html`<h1>版本</h1>
<p><a href="${hrefOf(page.address)}">${page.title}</a></p>
<p class="say">本站刊出过 ${versions.length} 个版本，自新至旧。改动之处：<del>删去</del>　<ins>增补</ins></p>
${steps.toReversed()}<ul class="subs"><li><a href="${hrefOf(listAddress(page.address, 'timemap.link'))}">Memento TimeMap</a></li><li><a href="${hrefOf(listAddress(page.address, 'timemap.json'))}">JSON</a></li></ul>`,
  })
}

function stepView(page: ArticlePage, version: Version, before: Version | undefined): Html {
  const passages = before === undefined ? [] : difference(versionLines(before), versionLines(version))
  return html`<section class="step"><h2><a href="${hrefOf(versionAddress(page.address, version))}">${formatMinute(version.at)}</a></h2>
${before === undefined ? html`<p>本站最早刊出的版本。</p>\n` : passages.map(passageView)}</section>
`
}

const passageView = (passage: readonly Piece[] | number): Html =>
  typeof passage === 'number'
    ? html`<p class="say">……（${passage} 段未改）</p>\n`
    : html`<p>${passage.map(pieceView)}</p>\n`

function pieceView({ kind, text }: Piece): Html {
  if (kind === 'same') return html`${text}`
  return kind === 'gone' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`
}

export function versionView({ page, versions, version }: Listed & { version: Version }): Html {
  const newest = versions.at(-1) === version
  return around(page, {
    title: `${page.title}（${formatMinute(version.at)}）`,
    main: html`<p class="say">${formatMinute(version.at)}的版本${newest ? '，即今日所见' : nothing}　<a href="${hrefOf(page.address)}">今日的版本</a>　<a href="${hrefOf(listAddress(page.address, 'versions.html'))}">共${versions.length}个版本</a></p>
<article>
${trusted(versionHtml(version))}</article>`,
  })
}

function around(page: ArticlePage, { title, main }: { title: string; main: Html }): Html {
  return shell({
    site: page.site,
    title,
    indexed: false,
    path: page.path,
    sheet: VERSIONS_SHEET,
    extra: html`<link rel="original" href="${hrefOf(page.address)}">
<link rel="timemap" type="application/link-format" href="${hrefOf(listAddress(page.address, 'timemap.link'))}">
`,
    main,
  })
}
