/**
 * The pictures of a page's text, each with what stands below it and after which paragraph it stands.
 *
 *   picturesOf(sheet, parts, blocks, base)  →  [{ url: 'https://hefeng.example/a.jpg', src: 'a_files/a.jpg', caption: '渠首的闸门。', section: 0 }]
 */
import type { Line, Sheet } from '../../html/sheet.ts'
import { attributeOf, type Element } from '../../html/tree.ts'
import type { PagePicture } from '../../page.ts'
import type { Block } from './blocks.ts'

/** Signs of the page's tools, not pictures of the article. */
const SIGN =
  /(?:logo|icon|qr|ewm|blank|spacer|share|weixin|wechat|btn|button|next|prev|loading|avatar|ad_)[^/]*\.(?:png|gif|jpe?g|svg)/iu

/** Pictures between the headline and the last line of the text; a caption goes to the picture before it. */
export function picturesOf(
  sheet: Sheet,
  lines: readonly Line[],
  blocks: readonly Block[],
  isAside: (line: Line) => boolean,
  base: string | undefined,
): PagePicture[] {
  const [first, last] = [lines[0]?.index, blocks.at(-1)?.line.index]
  if (first === undefined || last === undefined) return []
  const captions = blocks.filter(({ kind }) => kind === 'caption')
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ line }) => line.index)
  const pictures = sheet.pictures.filter(
    ({ at, element }) => at >= first && at <= last + 1 && isPicture(element) && !isAsideAt(sheet, at, isAside),
  )
  return pictures.map(({ element, at }, index) => {
    const next = pictures[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const caption = captions
      .filter(({ line }) => line.index >= at && line.index < Math.max(next, at + 1))
      .map(({ text }) => text)
      .join(' ')
    const src = sourceOf(element)
    return {
      url: base !== undefined && URL.canParse(src, base) ? new URL(src, base).href : src,
      src,
      caption: caption === '' ? undefined : caption,
      alt: attributeOf(element, 'alt')?.trim() || undefined,
      section: headings.filter((heading) => heading < at).length,
    }
  })
}

const sourceOf = (element: Element): string =>
  [attributeOf(element, 'data-src'), attributeOf(element, 'data-original'), attributeOf(element, 'src')]
    .find((src) => src !== undefined && src.trim() !== '' && !src.startsWith('data:'))
    ?.trim() ?? ''

const isAsideAt = (sheet: Sheet, at: number, isAside: (line: Line) => boolean): boolean => {
  const line = sheet.lines[at]
  return line !== undefined && isAside(line)
}

function isPicture(element: Element): boolean {
  const src = sourceOf(element)
  const narrow = ['width', 'height'].some((name) => /^\d{1,2}$/u.test(attributeOf(element, name) ?? ''))
  return src !== '' && !narrow && !SIGN.test(src)
}
