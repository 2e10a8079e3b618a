/**
 * Credits inside the text: behind a dateline, or in the words that open a report.
 *
 *   openingCredit('本报青禾6月2日电（记者石砚）渠水……')  →  { dateline: '本报青禾6月2日电', credit: '（记者石砚）' }
 *   openingCredit('晨报讯 记者石砚报道：渠水……')          →  { dateline: '晨报讯', credit: '记者石砚' }
 *   openingCredit('【禾风时报记者 石砚】渠水……')           →  { credit: '【禾风时报记者 石砚】' }
 */
import { parseCreditLine } from '../../../text/credits/parse.ts'
import { datelineOf } from '../lines.ts'

interface Opening {
  dateline?: string
  credit?: string
}

const BRACKETS =
  /^[\s\u3000]*(?<credit>[(（][^()（）]{2,60}[)）]|【[^【】]{2,60}】|〔[^〔〕]{2,60}〕|\[[^[\]]{2,60}\])/u
/** Without a dateline only such brackets open a report; `新京报快讯` and `本站讯` may stand before them. */
const WRITERS =
  /^[\s\u3000]*[(（【〔[](?:.{0,14}(?:记者|記者|通讯员|通訊員)|文\s?[/|｜丨]|作者|编译|編譯|[^)）】〕\]]{2,16}(?:報導|\d日電)[)）】〕\]])/u
const NEWS = /^\p{Script=Han}{2,8}[讯訊][\s\u3000]{0,2}(?=[(（])/u
const SPOKEN =
  /^(?:\p{Script=Han}{2,8}[讯訊][\s\u3000]{0,3})?(?<credit>\p{Script=Han}{0,8}(?:记者|記者|通讯员|通訊員)[\s\u3000/]?[^，。：:()（）]{2,40}?)(?:\d{1,2}月\d{1,2}日)?(?:[从在]\p{Script=Han}{1,6})?报道[\s：:，]/u

/** The first paragraph in, its dateline and the credit beside it out. */
export function openingCredit(paragraph: string): Opening {
  const dateline = datelineOf(paragraph)
  const rest = paragraph.slice((dateline ?? NEWS.exec(paragraph)?.[0])?.length ?? 0)
  const bracketed = dateline === undefined && !WRITERS.test(rest) ? undefined : BRACKETS.exec(rest)?.groups?.['credit']
  const spoken =
    bracketed === undefined
      ? SPOKEN.exec(dateline === undefined ? paragraph : rest.trimStart())?.groups?.['credit']
      : undefined
  const credit = [bracketed, spoken].find(
    (one) => one !== undefined && parseCreditLine(one, { bare: one === bracketed }) !== undefined,
  )
  return { ...(dateline === undefined ? {} : { dateline }), ...(credit === undefined ? {} : { credit }) }
}
