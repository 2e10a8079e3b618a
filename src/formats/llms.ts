/**
 * llms.txt (https://llmstxt.org/): the site told to language models, the newest articles as Markdown.
 *
 *   llmsText(site, [{ title: '把渠修到田头', address: '/2024/0602/a1.html' }])  →  '# 禾风网\n\n> 澄河两岸\n\n## 频道\n\n- [要闻](…)\n …'
 */
import { formAddress } from '../content/kinds/form.ts'
import { hrefOf } from '../content/links.ts'
import type { SiteModel } from '../content/site.ts'
import { plainToMarkdown } from '../text/markdown.ts'
import { whole } from './addresses.ts'

export function llmsText(site: SiteModel, newest: readonly { title: string; address: string }[]): string {
  const link = (text: string, href: string): string => `- [${plainToMarkdown([text])}](${whole(site, href)})`
  const channels = site.channels.map(({ text, href }) => link(text, href))
  return (
    [
      `# ${plainToMarkdown([site.title])}`,
      ...(site.masthead === undefined ? [] : [`> ${plainToMarkdown([site.masthead])}`]),
      '每篇稿件的地址把 .html 换成 .md 即为 Markdown，.txt 为纯文本，.ninjs.json 为 ninjs 3.1。署名以文件开头的 credits 为准：责编（editor）不是作者。',
      ...(channels.length === 0 ? [] : ['## 频道', channels.join('\n')]),
      '## 最新稿件',
      newest.map(({ title, address }) => link(title, hrefOf(formAddress(address, 'md')))).join('\n'),
    ].join('\n\n') + '\n'
  )
}
