/**
 * Papers, agencies and desks inside a credit line.
 *
 *   orgBefore('张改 中国气象网记者', 8, 0)  →  '中国气象网'   (what stands before the label 记者)
 *   leadingOrg('新华网张改萍')             →  '新华网'       (glued to a name)
 *   orgInFront('财新 余秋白')             →  '财新 '       (a space before the name)
 *   isOrg('禾风日报'), isOrg('王新')        →  true, false   (never a person)
 */
import { HAN, startsLikeName } from '../names.ts'
import { BOUNDARY } from './marks.ts'

const KIND = [
  '日报社|晚报社|杂志社|通讯社|出版社|报社|电视台|广播台|电台|日报|晚报|早报|时报|快报|商报|报|网|社|台',
  '日報|晚報|早報|時報|週報|周報|報|網|電視台|電視臺|電台|臺|雜誌|週刊',
  '频道|央视|客户端|杂志|周刊|半月谈|在线|新闻|大学|学院|研究院|研究所|中心',
  '编辑部|评论部|新闻部|工作室|团队|课题组|调研组|报道组|委员会|集团|公司',
].join('|')
/** The letters with which such a word ends: most words are answered by one look. */
const LAST = new Set(KIND.split('|').map((word) => word.at(-1)))
const PREFIX = `(?:${HAN}|[A-Za-z0-9·]){1,14}?`
const ORG = new RegExp(`^${PREFIX}(?:${KIND})$`, 'u')
/** Papers that print themselves without a word that says what they are. */
const SHORT = new Set(
  '财新 澎湃 界面 央视 第一财经 每经 红星 封面 极目 上观 新华 人民 腾讯 网易 凤凰 南都 北青 新京 九派 大河 津云 川观'.split(
    ' ',
  ),
)
/** A colon ends another label: `采写：云上报记者`. */
const BEFORE_WORD = new RegExp(`[：:]|${BOUNDARY.source}`, 'u')
/** Fourteen letters and the longest kind: no further back is a paper's name looked for. */
const LONGEST = 17

/** The paper's name between the last boundary and a label at `at`; at the head of a line a space or a stroke may stand behind it. */
export function orgBefore(text: string, at: number, from: number): string | undefined {
  const last = text[at - 1] ?? ''
  const space = at > from && /[ /／╱]/u.test(last) ? last : ''
  const end = at - space.length
  let start = end
  while (start > from && end - start <= LONGEST && !BEFORE_WORD.test(text[start - 1] ?? '')) start -= 1
  const run = text.slice(start, end)
  // Glued to the label before it, the run holds that label's name as well: `记者甲川某某网记者乙木` has no one reading.
  const own = space === '' ? start > from || from === 0 : start === 0
  return own && (isOrg(run) || SHORT.has(run)) ? run + space : undefined
}

/** The paper at the front of a word, when what is left over begins like a name. */
export function leadingOrg(word: string): string | undefined {
  for (let end = 3; end <= Math.min(LONGEST, word.length - 2); end += 1)
    if (LAST.has(word[end - 1]) && ORG.test(word.slice(0, end)) && startsLikeName(word.slice(end)))
      return word.slice(0, end)
  return undefined
}

/** A paper with a space between it and the name that it stands for: `财新 余聪` behind `文｜`. */
export function orgInFront(text: string): string | undefined {
  const [front, paper = ''] = /^([^\s、，,/]{2,17})[ \u3000](?=\p{Script=Han}{2,4}(?!\p{Script=Han}))/u.exec(text) ?? []
  return front !== undefined && (SHORT.has(paper) || isOrg(paper)) ? front : undefined
}

/** Whether a word names a paper or a desk; 王新社 reads as one too, for papers end so and people hardly do. */
export function isOrg(word: string): boolean {
  if (word.length > LONGEST || !LAST.has(word.at(-1)) || !ORG.test(word)) return false
  return !startsLikeName(word) || (/[网網报報社]$/u.test(word) && word.length > 2)
}
