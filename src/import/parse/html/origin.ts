/**
 * When a page appeared and where it comes from: the line kept to the letter, and what it says.
 *
 *   originOf(…)  →  { text: '2024年05月10日06:58 | 来源：禾风网', date: '2024年05月10日06:58', source: { name: '禾风网' }, credits: [] }
 */
import type { Line, Sheet } from '../../html/sheet.ts'
import type { Template } from '../../templates/template.ts'
import { isOrg } from '../../../text/credits/organisations.ts'
import { isDoubtful } from '../credits.ts'
import { cutSource, dateIn, sourceIn } from './head.ts'
import type { Parts } from './parts.ts'
import { creditsIn } from './statements.ts'

export interface Origin {
  /** The printed words of date and source, in the page's order. */
  text: string
  date: string | undefined
  source: { name: string } | undefined
  /** Credits in the lines between headline and text. */
  credits: string[]
}

const SOURCE_NAME = /source|\borigin\b|media|laiyuan|from|author-?name|nick-?name|account-?name|js_name/iu
/** What a page says of the text itself, in the place of a source. */
const BADGE =
  /^(?:原创|转载|首发|独家|头条|置顶|广告|推广|优质原创作者|共有|手机版|本文来源于?|微博|微信|空间|赞赏|服务条款|服務條款|画廊|星期.|.{0,4}佚名)$/u
const LONGEST_FRONT = 80
const ALONE = /^\p{Script=Han}[\p{Script=Han}A-Za-z0-9]{2,9}$/u
/** `石砚/禾风日报`: the writer and the paper. */
const NAMED_PAPER =
  /^\p{Script=Han}{2,4}\s?[/|｜]\s?(?<paper>\p{Script=Han}{2,10}(?:报|网|社|刊|台|客户端|新闻|在线))$/u

export function originOf(
  sheet: Sheet,
  parts: Parts,
  template: Template | undefined,
  below: string | undefined,
): Origin {
  const { dated, front } = parts
  const date = dated === undefined ? undefined : dateIn(dated.text)
  const near = front.filter(
    ({ index, letters }) => letters <= LONGEST_FRONT && (dated === undefined || Math.abs(index - dated.index) <= 4),
  )
  const beside = dated === undefined ? near : [dated, ...near.filter((line) => line !== dated)]
  const said = sourceBeside(beside, dated)
  const outlet = template?.outlet
  const known = outlet !== undefined && sheet.lines.some(({ text }) => text.includes(outlet)) ? outlet : undefined
  const name = said?.name ?? below ?? known ?? unlabelled(beside, date?.printed) ?? bylinePaper(front)
  return {
    text: keptText(dated, date, said),
    date: date?.printed,
    source: name === undefined ? undefined : { name },
    credits: [...front, ...(dated === undefined || front.includes(dated) ? [] : [dated])].flatMap((line) =>
      line === dated
        ? creditsIn(outsideOf(line.text, date?.printed ?? ''))
        : NAMED_PAPER.test(line.text)
          ? [line.text]
          : isDoubtful(line.text)
            ? [line.text]
            : creditsIn(line.text),
    ),
  }
}

interface Said {
  name: string
  text: string
  line: Line
}

/** A source that a label introduces: in the dated line first, then in those beside it; a label alone may have its name in the next line. */
function sourceBeside(lines: readonly Line[], dated: Line | undefined): Said | undefined {
  for (const line of lines) {
    const found = sourceIn(line.text)
    if (found !== undefined) return { name: found.name, text: found.text, line }
  }
  const label = lines.find((line) => line !== dated && /^(?:来源|來源|稿源)\s?[:：]?$/u.test(line.text))
  const next = label === undefined ? undefined : lines.find(({ index }) => index === label.index + 1)
  if (label === undefined || next === undefined || dateIn(next.text) !== undefined) return undefined
  const name = cutSource(next.text)
  return name === '' ? undefined : { name, text: `${label.text}${next.text}`, line: label }
}

/** A piece of the dated line that is named as a source, or is a paper's name. */
function unlabelled(lines: readonly Line[], printed: string | undefined): string | undefined {
  // The date and one word: `2016年05月25日10:10 禾风财经`.
  const beside = printed === undefined ? '' : cutSource(outsideOf(lines[0]?.text ?? '', printed))
  if (ALONE.test(beside) && !BADGE.test(beside) && lines[0]?.text.endsWith(beside) === true) return beside
  for (const { pieces } of lines.slice(0, 3)) {
    const rest = pieces
      .map(({ text, name, linked }) => ({
        name,
        linked,
        text: cutSource(printed === undefined ? text : outsideOf(text, printed)).replace(/^[摘转]自/u, ''),
      }))
      .filter(({ text }) => text !== '' && text.length <= 24 && !BADGE.test(text))
    const named = rest.find(
      ({ name, text }) =>
        SOURCE_NAME.test(name) &&
        !/date|time/iu.test(name) &&
        !/^[\d\s:：-]+$/u.test(text) &&
        !/^https?:|^www\./u.test(text),
    )
    // Beside the date a link leads to the paper; its tools are cut away above.
    const link = rest.find(
      ({ linked, text }) => linked && /^\p{Script=Han}[\p{Script=Han}·A-Za-z0-9]{1,11}$/u.test(text),
    )
    const found = named ?? rest.find(({ text }) => isOrg(text)) ?? (printed === undefined ? undefined : link)
    if (found !== undefined) return found.text
  }
  return undefined
}

/** `石砚/禾风日报` above the text names the writer's paper. */
function bylinePaper(front: readonly Line[]): string | undefined {
  for (const { text } of front) {
    const paper = NAMED_PAPER.exec(text)?.groups?.['paper']
    if (paper !== undefined && isOrg(paper)) return paper
  }
  return undefined
}

const outsideOf = (text: string, printed: string): string => text.replace(printed, ' ').trim()

function keptText(
  dated: Line | undefined,
  date: { printed: string; at: number } | undefined,
  said: Said | undefined,
): string {
  if (dated === undefined || date === undefined) return said?.text ?? ''
  if (said === undefined) return date.printed
  if (said.line !== dated)
    return said.line.index < dated.index ? `${said.text} ${date.printed}` : `${date.printed} ${said.text}`
  const at = dated.text.indexOf(said.text)
  const from = Math.min(at, date.at)
  const to = Math.max(at + said.text.length, date.at + date.printed.length)
  return dated.text.slice(from, to)
}
