/**
 * The date-and-source line of a page, in whatever words and order an outlet prints it.
 *
 *   dateIn('发稿时间：2017-03-10 08:42:00 来源：')   →  { printed: '2017-03-10 08:42:00', at: 5 }
 *   sourceIn('来源：人民网-社会频道     手机看新闻')     →  { name: '人民网-社会频道', text: '来源：人民网-社会频道', at: 0 }
 */
import { instantOf } from '../../../text/dates.ts'

const DATE =
  /(?<!\d)(?:19|20)\d{2}(?:\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))(?:[\sT]{0,4}(?:HKT\s)?\d{1,2}\s?[:：]\s?\d{2}(?:\s?[:：]\s?\d{2})?|\s{0,3}\d{1,2}时\d{1,2}分)?/u
const LABEL =
  /(?:(?:本文|稿件|文章|新闻|信息|消息|资料|图文)?(?:来源|來源|稿源|出处)|来自(?!\p{Script=Han}{1,4}(?:市|省|自治区|特别行政区)))(?:于|自)?\s?[:：|丨︱]\s?/u
/** Words that stand beside a source and belong to the page's tools or to another statement. */
const BESIDE_WORDS = [
  '手机看新闻|我要|字号|字體|字体|大字|小字|缩小|放大|打印|分享|收藏|评论|參與|参与|留言|论坛|网摘|纠错|点击|阅读|浏览|举报|订阅|关注|转发',
  '我来说|手机看|友善列印|列印|轉寄|檢舉|討論|複製|友善|發表|实际|實際|试听|收听|朗读|视频|直播|下载|登录|注册|更多|推荐|微博|微信|查看|访问|人气|投稿|进入|复制|扫一扫|责任编辑|責任編輯|责编|编辑|編輯|选稿|作者|记者|校对|摄影|发布时间|发布日期|时间|日期',
].join('|')
const BESIDE = new RegExp(
  String.raw`\s*(?:${BESIDE_WORDS}|有\d|(?<=\s)(?:网友|暂无|发表|栏目|关键字|关键词|标签)|\d+\s?人|(?:19|20)\d{2}[-年/.]|[|｜丨︱【[】\]]|https?:)`,
  'u',
)
/** Where a reader's or a writer's network is, as some pages print it behind the source. */
const PLACE =
  /\s(?:北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)\s*$/u
/** A longer one is a sentence. */
const LONGEST_SOURCE = 40

export interface FoundDate {
  printed: string
  at: number
}

/** A line in, its first date that a calendar has out. */
export function dateIn(text: string): FoundDate | undefined {
  const found = DATE.exec(text)
  if (found === null || instantIn(found[0]) === undefined) return undefined
  return { printed: found[0], at: found.index }
}

/** A printed date in, its instant out; spaces inside and 时分 are read too. */
export function instantIn(printed: string): string | undefined {
  const plain = printed
    .replaceAll(/\s*([年月日:：])\s*/gu, '$1')
    .replace(' HKT ', ' ')
    .replace(/(\d{1,2})时(\d{1,2})分/u, (_, hour: string, minute: string) => ` ${hour}:${minute.padStart(2, '0')}`)
  return instantOf(plain)
}

/** Whether a printed date names the hour. */
export const hasTime = (printed: string): boolean => /[:：时]/u.test(printed)

export interface FoundSource {
  name: string
  /** Label and name as they stand. */
  text: string
  at: number
}

/** A line in, the source that a label introduces out; undefined when the label introduces nothing. */
export function sourceIn(text: string): FoundSource | undefined {
  const label = LABEL.exec(text)
  if (label === null) return undefined
  const rest = text.slice(label.index + label[0].length)
  const name = cutSource(rest)
  if (name === '' || name.length > LONGEST_SOURCE) return undefined
  return {
    name,
    text: text.slice(label.index, label.index + label[0].length + rest.indexOf(name) + name.length),
    at: label.index,
  }
}

/** What of a text is a source's name: up to the tools beside it or a bracket that nothing opened. */
export function cutSource(text: string): string {
  const end = BESIDE.exec(text)?.index ?? text.length
  const name = text
    .slice(0, end)
    .replace(/^[\s:：]+/u, '')
    .replace(PLACE, '')
  const open = (name.match(/[(（]/gu) ?? []).length
  const close = (name.match(/[)）]/gu) ?? []).length
  return (close > open ? name.replace(/[)）].*$/u, '') : name).replace(/[\s,，;；。、]+$/u, '')
}
