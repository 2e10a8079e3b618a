/**
 * The law in one function: the original's text and the page made from it, character by character.
 *
 *   differenceOf('题\n\n日期\n\n文。', page)  →  undefined
 *   differenceOf(…, the page without 文)      →  'expected “文。” after “…日期”, found “。” at character 3'
 *
 * White space aside, the visible text of `<article>` is the file's text. Only a list of links at the end (热点推荐 and its kin) may
 * stand outside the article; its entries must then stand in the page's `<aside>`, in order.
 */
import { below, theOne, visibleText } from '../site/dom.ts'

const LINKS = /^(?:热点推荐|推荐阅读|相关新闻|相关阅读|延伸阅读|精彩推荐|热点排行)[:：]?$/u

export const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '')

/** The file's text and its page in; the first difference, or undefined when the law holds, out. */
export function differenceOf(original: string, page: string): string | undefined {
  const article = squeeze(visibleText(theOne(page, 'article')))
  const whole = squeeze(original)
  if (article === whole) return undefined
  const { text, links } = parts(original)
  return firstDifference(squeeze(text), article) ?? linksDifference(links, page)
}

/** The text up to the heading of the links, and the entries below it. */
function parts(original: string): { text: string; links: string[] } {
  const lines = original.split(/\r\n?|\n/u)
  const heading = lines.findLastIndex((line) => LINKS.test(line.trim()))
  if (heading === -1) return { text: original, links: [] }
  const links = lines.slice(heading + 1).filter((line) => line.trim() !== '')
  return { text: lines.slice(0, heading).join('\n'), links: links.map(squeeze) }
}

function linksDifference(links: readonly string[], page: string): string | undefined {
  if (links.length === 0) return undefined
  const aside = theOne(page, 'aside')
  const shown = below(aside)
    .filter(({ tagName }) => tagName === 'li')
    .map((entry) => squeeze(visibleText(entry)))
  return firstDifference(links.join('\n'), shown.join('\n'))
}

function firstDifference(expected: string, found: string): string | undefined {
  if (expected === found) return undefined
  const [wanted, shown] = [[...expected], [...found]]
  const at = wanted.findIndex((letter, index) => letter !== shown[index])
  const place = at === -1 ? wanted.length : at
  return `expected “${near(wanted, place)}” after “${near(wanted, place - 16).slice(0, 16)}”, found “${near(shown, place)}” at character ${place}`
}

const near = (letters: string[], from: number): string => letters.slice(Math.max(0, from), from + 16).join('')
