/**
 * Single lines that say what they are: 原标题, print reference, dateline, heading of a list of links.
 *
 *   originalTitleOf('（原标题：把渠修到田头）')                 →  '把渠修到田头'
 *   isPrintReference('《 禾风日报 》（ 2024年06月02日 03 版）')  →  true
 *   datelineOf('本报青禾6月2日电 渠水……')                      →  '本报青禾6月2日电'
 *   isLinksHeading('热点推荐')                               →  true
 *
 * Forms as they stand on 643 stored pages of 2009 to 2024.
 */
const ORIGINAL_TITLE = /^[（(]?(?:本文)?原(?:标题|题目?)为?[:：]?\s*(?<title>[^:：].*?)[)）]?$/u
const PRINT_REFERENCE =
  /^[（(]?(?:刊于)?《\s*\p{Script=Han}{2,12}\s*》\s*[（(]?.{0,24}\d{4}\s*年.{0,24}[版期]\s*[)）]{0,2}$/u
const DATELINE =
  /^(?:本[报報][讯訊]|(?:本报|本网|本社|\p{Script=Han}{1,6}[社网網报報])\p{Script=Han}{0,10}?[0-9０-９〇一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日(?:[专專]?[电電]|[讯訊]|消息))(?=[\s\u3000（(])/u
const LINKS_HEADING =
  /^(?:热点推荐|推荐阅读|相关新闻|相关阅读|延伸阅读|精彩推荐|热点排行|相关报道|相关链接|相关专题|相关文章|相关推荐|重点推荐|热门推荐|更多新闻|新闻链接推荐|为您推荐)[:：]?$/u

/** The title inside a 原标题 line, or undefined. Unmatched brackets belong to the title. */
export function originalTitleOf(line: string): string | undefined {
  const title = ORIGINAL_TITLE.exec(line)?.groups?.['title']
  return title === undefined || title.trim() === '' ? undefined : title.replace(/^《(.*)》$/u, '$1')
}

export const isPrintReference = (line: string): boolean => PRINT_REFERENCE.test(line)

/** The dateline at the head of a paragraph, or undefined. */
export const datelineOf = (paragraph: string): string | undefined => DATELINE.exec(paragraph)?.[0]

export const isLinksHeading = (line: string): boolean => LINKS_HEADING.test(line)
