/**
 * Invented saved pages in the markup that people.com.cn has used since 2016, each with its own id, day and words.
 *
 *   await writePages('/tmp/x', 10_000)   →  /tmp/x/00000.html … /tmp/x/09999.html
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { headline, paragraph, personNames } from './prose.ts'
import { randomOf, type Random } from './random.ts'

export async function writePages(folder: string, pages: number): Promise<void> {
  const random = randomOf(20_240_602)
  for (let number = 0; number < pages; number += 1)
    await writeFile(join(folder, `${String(number).padStart(5, '0')}.html`), markup(number, random))
}

function markup(number: number, random: Random): string {
  const day = new Date(Date.UTC(2016, 0, 1 + Math.floor(number / 8))).toISOString().slice(0, 10)
  const [year = '', month = '', date = ''] = day.split('-')
  const title = headline(random)
  const names = personNames(random, 4)
  const text = Array.from({ length: 12 }, () => `<p style="text-indent: 2em;">　　${paragraph(random, 160)}</p>`)
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}--要闻--禾风网 </title>
<link rel="canonical" href="http://xj.hefeng.example/n2/${year}/${month}${date}/c186332-${34_000_000 + number}.html"></head>
<body><div class="top_nav"><a href="/">首页</a></div><div class="path"><span id="rwb_navpath"><a href="/">禾风网</a>&gt;&gt;<a href="/a">要闻</a></span></div>
<div class="text_title"><h3 class="pre">${headline(random)}</h3><h1>${title}</h1><div class="box01"><div class="fl">${year}年${month}月${date}日08:30&nbsp;&nbsp;来源：<a href="/s">禾风日报</a></div></div></div>
<div class="text_con"><div class="text_con_left"><div class="box_con" id="rwb_zw"><p>原标题：${title}</p>
${text.join('\n')}<p>渠水到了。（${names.slice(0, 2).join('、')}）</p><div class="edit clearfix">(责编：${names.slice(2).join('、')})</div></div></div>
<div class="text_con_right"><div id="rwb_rdtj"><h2>热点推荐</h2><ul><li><a href="/1">${headline(random)}</a></li></ul></div></div></div></body></html>`
}
