/**
 * The floor: what a page costs when nothing stands between documents and files.
 *
 *   node bench/floor.ts documents.json folder  →  the same pages as the other contenders', in one process
 *
 * JSON.parse, a stock markdown-it on every body, one template literal a page with our stylesheet in it, writeFileSync.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { articleSheet, LISTING_SHEET } from '../src/site/styles/sheet.ts'
import { plainArchive, type Named, type PlainArticle, type PlainList } from './plain.ts'

const markdown = new MarkdownIt()
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const safe = (text: string): string =>
  /[&<>"']/u.test(text) ? text.replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign) : text

const [, , file = '', folder = ''] = process.argv
const made = new Set<string>()
const { site, articles, lists } = plainArchive(file)

for (const article of articles) write(article.address, articlePage(article))
for (const list of lists) write(list.href, listPage(list))
write(
  '/404.html',
  page({ title: '没有这个页面', head: '', path: '', sheet: LISTING_SHEET, main: '<h1>没有这个页面</h1>' }),
)

function write(address: string, text: string): void {
  const path = join(folder, address)
  const parent = dirname(path)
  if (!made.has(parent)) mkdirSync(parent, { recursive: true })
  made.add(parent)
  writeFileSync(path, text)
}

function articlePage({ title, kicker, minute, source, channel, lead, sections, ...article }: PlainArticle): string {
  return page({
    title,
    head: `<meta name="description" content="${safe(lead.slice(0, 100))}">
<link rel="canonical" href="https://hefeng.example${article.address}">
<script type="application/ld+json">${article.data}</script>`,
    path: link(channel),
    sheet: articleSheet('<aside>'),
    main: `<div class="with-side">
<article>
<div class="headline">
<hgroup><p class="kicker">${safe(kicker)}</p><h1>${safe(title)}</h1></hgroup>
<p class="head">${minute}  来源：${link(source)}</p>
</div>
<div class="text">
${markdown.render(lead)}${sections.map(({ heading, body }) => `<section>\n<h2>${safe(heading)}</h2>\n${markdown.render(body)}</section>`).join('\n')}
<p>（记者 ${article.reporters.map(link).join(' ')}）</p>
<p class="foot">(责编：${article.editors.map(link).join('、')})</p>
</div>
</article>
<aside aria-labelledby="recommended"><h2 id="recommended">热点推荐</h2><ul>${article.recommended.map((one) => `<li>${link(one)}</li>`).join('')}</ul></aside>
</div>`,
  })
}

function listPage({ name, articles: newest }: PlainList): string {
  return page({
    title: name,
    head: '',
    path: '',
    sheet: LISTING_SHEET,
    main: `<h1>${safe(name)}</h1>\n<ul>${newest.map(entry).join('\n')}</ul>`,
  })
}

function entry({ address, kicker, title, minute, source }: PlainArticle): string {
  return `<li><time>${minute.slice(-5)}</time><a href="${safe(address)}"><small>${safe(kicker)}</small><b>${safe(title)}</b><small>${safe(source.name)}</small></a></li>`
}

function link({ name, href }: Named): string {
  return `<a class="credit" href="${safe(encodeURI(href))}">${safe(name)}</a>`
}

function page({
  title,
  head,
  path,
  sheet,
  main,
}: Record<'title' | 'head' | 'path' | 'sheet' | 'main', string>): string {
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${safe(title)} - ${site}</title>
${head}
<link rel="icon" href="data:,">
<style>${sheet}</style>
</head>
<body>
<header><div class="wrap mast"><a class="name" href="/">${site}</a><nav class="path" aria-label="当前位置">${path}</nav></div></header>
<main class="wrap" id="main">
${main}
</main>
<footer><div class="wrap"><p class="holder">${site} 版权所有</p></div></footer>
</body>
</html>
`
}
