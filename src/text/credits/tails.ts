/**
 * What stands behind a name and belongs to it: what somebody did besides, and where from.
 *
 *   TAIL.exec(' 摄')?.groups?.tail   →  '摄'
 *   REPORTED.test('／台北報導')       →  true
 *   tailRole(people of '骆青石/编译')  →  'translator': behind names that nothing introduces the word says what they did
 */
import { ROLES, type RoleId } from '../../../sanity/schema/roles.ts'
import { HAN } from '../names.ts'
import type { PrintedPerson } from './line.ts'

export const TAIL =
  /^(?:[ \u3000]{0,2}[/／╱]?(?<tail>摄影报道|摄影|攝影|供图|摄|攝|整合|整理|综合报道|文并图|文并摄|文[/／]?[图圖摄攝]|[图圖][/／]文|文|图|责编|責編|责任编辑|責任編輯|编辑|編輯|编译|編譯|撰稿)(?=$|[\s、，,])|[ \u3000]?(?:\d{1,2}月\d{1,2}日)?报道$|[ \u3000]?等\d{0,2}人?$)/u
/** The same words glued to a name; 文 and 图 are not among them, for they end names. */
export const GLUED = /(?:摄影报道|摄影|攝影|供图|摄|攝|整合|综合报道|报道)$/u
/** Papers of Taiwan and Hong Kong say behind a name where it reports from: `骆青石台北報導`, `骆青石／綜合報導`, `骆青石台北11日電`. */
const FROM =
  '(?:[台臺](?:北|中|南|東|灣)|新北|高雄|桃園|基隆|新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|澎湖|金門|連江|香港|澳門|北京|上海|華盛頓|紐約|東京|綜合|採訪|專題)'
export const REPORTED = new RegExp(
  `^\\s{0,2}(?:[/／╱]\\s?${HAN}{0,6}?|${FROM}{0,2})(?:報導|報道|\\d{1,2}日專?電)$`,
  'u',
)
export const REPORTS = new RegExp(`^(?<name>${HAN}{2,4}?)${FROM}{0,2}(?:報導|報道|\\d{1,2}日專?電)$`, 'u')

const ROLE_OF: ReadonlyMap<string, RoleId> = new Map(
  ROLES.flatMap(({ id, labels }) => labels.map((label) => [label, id] as const)),
)

/** People in, the one role that the word behind the last of them names out. */
export function tailRole(people: readonly PrintedPerson[]): RoleId | undefined {
  const last = people.at(-1)
  if (last?.note === undefined || !last.after.trimEnd().endsWith(last.note)) return undefined
  if (people.slice(0, -1).some(({ note }) => note !== undefined && note !== last.note)) return undefined
  return ROLE_OF.get(last.note)
}
