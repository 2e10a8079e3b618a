/**
 * The lines of a page's text, told apart: paragraphs, subheads, captions; what only stands between them is left out.
 *
 *   blocksOf(lines, sheet, body)  →  { blocks: [{ kind: 'paragraph', text: '渠水来了。' }, { kind: 'caption', text: '图为渠首。' }, …], left: [] }
 *
 * `left` are the lines behind the last block that are not of the text; a credit may be among them.
 */
import type { Line, Sheet } from '../../html/sheet.ts'
import type { Element } from '../../html/tree.ts'
import { isLinksHeading } from '../lines.ts'
import { asideOf, isNamed } from './aside.ts'
import { pagingIn } from './paging.ts'

type BlockKind = 'paragraph' | 'heading' | 'caption'

export interface Block {
  kind: BlockKind
  text: string
  line: Line
}

const CAPTION_NAME =
  /pictext|pic_?txt|caption|img_?descr|img-?desc|tushuo|photo-?(?:desc|text)|imgtext|picinfo|media_pic/iu
const CAPTION_START = /^(?:[▲△↑▼◆]|图为|圖為|图[:：①-⑩一二三四五六七八九十\d]|资料图|左图|右图|上图|下图|（?图片?来源)/u
const CAPTION_END =
  /(?:摄|攝|攝影|供图|供圖|制图|截图|截圖|资料|资料图片?|资料照片?|视觉中国|东方IC|(?:来自|来源于?|源于|源自)网络|（?图）?|IC photo|新华社发)\s*[)）\]】]?。?$/iu
const LONGEST_CAPTION = 200
/** Short lines of the page's tools that stand in the text's own element. */
const TOOL_WORDS = [
  '分享(?:到|至|让更多人看到)?|打印(?:本页|此文)?|收藏(?:本文)?|关闭(?:窗口)?|字号|調整字[體体]|调整字体|评论|广告|图集$|组图$|视频$|您的浏览器',
  '返回(?:首页|顶部)?|我来说两句|本篇新闻热门关键词|更多关于|正在加载|下一页|上一页|尾页|首页|点击(?:图片)?进入|点击查看|阅读(?:剩余|全文)|展开全文|查看(?:原文|更多)|更多精彩',
  '扫码|扫一扫|微信扫|手机扫|关注公众号|专题|标签|关键词|关键字|编辑推荐|图?片?(?:均|皆)?(?:来自|源于|来源于)网络|责任编辑[:：]$',
].join('|')
const TOOLS = new RegExp(String.raw`^[\s|>»\-—【\[（(]*(?:${TOOL_WORDS})`, 'u')
const TOOL_LETTERS = 30
export interface Told {
  blocks: Block[]
  left: Line[]
  /** How many pages the lines say that the article has. */
  pages: number | undefined
  isAside: (line: Line) => boolean
}

export function blocksOf(lines: readonly Line[], sheet: Sheet, body: Element): Told {
  const pictured = new Set(sheet.pictures.map(({ at }) => at))
  const blocks: Block[] = []
  const left: Line[] = []
  let over = false
  let pages: number | undefined
  const isAside = asideOf(sheet, body)
  for (const line of lines) {
    const paging = pagingIn(line.text)
    pages ??= paging
    over ||= isLinksHeading(line.text) && line.index > (lines[0]?.index ?? 0) + lines.length / 2
    if (paging !== undefined || over || isAside(line) || isTool(line) || isLink(line)) {
      left.push(line)
      continue
    }
    const kind = isCaption(line, pictured) ? 'caption' : isHeading(line) ? 'heading' : 'paragraph'
    blocks.push({ kind, text: line.text, line })
  }
  const end = blocks.at(-1)?.line.index ?? 0
  return { blocks, left: left.filter(({ index }) => index > end), pages, isAside }
}

/** Links alone: a list of other articles, or the way back to the front page. */
const isLink = ({ linked, letters, text }: Line): boolean => linked * 10 >= letters * 7 && !/[。！？]$/u.test(text)

const isTool = ({ text, letters }: Line): boolean =>
  letters <= TOOL_LETTERS && TOOLS.test(text) && !/[。！？]$/u.test(text)

function isCaption(line: Line, pictured: ReadonlySet<number>): boolean {
  const { text, letters, bold, index, centred } = line
  if (letters > LONGEST_CAPTION) return false
  if (
    isNamed(line.block, CAPTION_NAME) ||
    line.block.tagName === 'figcaption' ||
    line.pieces.some(({ name }) => CAPTION_NAME.test(name))
  )
    return true
  const below = pictured.has(index)
  const beside = below || pictured.has(index + 1)
  if (beside && letters <= LONGEST_CAPTION && CAPTION_START.test(text)) return true
  if (below && CAPTION_END.test(text)) return true
  return below && centred && bold * 2 < letters && letters < 120
}

const isHeading = ({ text, letters, bold, heading }: Line): boolean =>
  letters <= 40 && (heading > 1 || bold * 10 >= letters * 9) && !/[。；，、：;,:]$/u.test(text)
