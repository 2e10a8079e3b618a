/**
 * What was read of a page, for a person's eyes.
 *
 *   describePage(page)  →  'a.html\n  引题 全县春灌一线报道\n  标题 把渠修到田头\n  …'
 */
import type { OriginalPage, RefusedPage } from '../../import/page.ts'

export function describePage(page: OriginalPage | RefusedPage): string {
  if ('refused' in page) return `${page.file}\n  refused: ${page.refused}\n`
  const rows: [string, string | undefined][] = [
    ['引题', page.kicker],
    ['标题', page.title],
    ['副题', page.subtitle],
    ['时间', page.publishedAt],
    ['来源', page.source?.name],
    ['频道', page.channel.length === 0 ? undefined : page.channel.join(' >> ')],
    ['原标题', page.originalTitle],
    ['电头', page.dateline],
    ...page.sections.map(({ heading, paragraphs }): [string, string] => [
      '正文',
      `${heading === undefined ? '' : `${heading}：`}${paragraphs.length} 段`,
    ]),
    ...page.pictures.map(({ url, caption }): [string, string] => ['图片', `${caption ?? '（无说明）'} ${url}`]),
    ['版次', page.printReference],
    ...page.credits.map(({ label, role, people }): [string, string] => [
      label === '' ? role : label,
      people.map(({ name, printed }) => name || printed).join('、'),
    ]),
    ['推荐', page.recommended.length === 0 ? undefined : page.recommended.map(({ title }) => title).join('；')],
    ['模板', page.provenance.template],
    ...page.provenance.normalisations.map((text): [string, string] => ['整理', text]),
    ...page.problems.map((problem): [string, string] => ['请核对', problem]),
  ]
  return `${page.file}\n${rows.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}　${value}`])).join('\n')}\n`
}
