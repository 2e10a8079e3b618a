/**
 * What stands around an article: the path to it, and the list of links that a template says belongs to it.
 *
 *   channelOf(sheet, template)  →  ['禾风网', '要闻']      (of “禾风网>>要闻>>正文”)
 */
import { linesOf, select } from '../../html/select.ts'
import type { Sheet } from '../../html/sheet.ts'
import { attributeOf } from '../../html/tree.ts'
import { webAddress } from '../../address.ts'
import type { PageLink } from '../../page.ts'
import type { Template } from '../../templates/template.ts'

/** Signs between the steps of a path. */
const STEP = /\s*(?:>+|»|›|＞+|→)\s*/u
const LONGEST_STEP = 20

export function channelOf(sheet: Sheet, template: Template | undefined): string[] {
  const named =
    template?.channel === undefined ? [] : select(sheet, template.channel).flatMap((element) => linesOf(sheet, element))
  const line =
    named[0] ?? sheet.lines.slice(0, 120).find(({ text, linked }) => linked > 0 && text.length < 80 && STEP.test(text))
  if (line === undefined || !STEP.test(line.text)) return []
  const steps = line.text
    .split(STEP)
    .map((step) => step.replace(/^(?:您?(?:的|当前|现在|本页|所在)*(?:的)?位置)[:：]?\s*|\s*-+$/gu, '').trim())
  if (steps.filter((step) => step !== '').length < 2) return []
  return steps.filter((step) => step !== '' && step.length <= LONGEST_STEP && !/^(?:正文|内容)$/u.test(step))
}

export function recommendedOf(sheet: Sheet, template: Template | undefined): PageLink[] {
  if (template?.recommended === undefined) return []
  return select(sheet, template.recommended).flatMap((element) => {
    const title = linesOf(sheet, element)
      .map(({ text }) => text)
      .join(' ')
    const link = element.childNodes.find((node) => 'tagName' in node && node.tagName === 'a')
    const url = link !== undefined && 'attrs' in link ? webAddress(attributeOf(link, 'href')) : undefined
    return title === '' ? [] : [{ title, url }]
  })
}
