/**
 * A person with office or chair glued to the name, as opinion pages print their authors.
 *
 *   titledPerson('闻溪禾风大学水利学院教授')           →  闻溪, note 禾风大学水利学院教授
 *   titledPerson('中国水利研究中心主任、研究员闻秋白')   →  闻秋白, of 中国水利研究中心主任、研究员
 *   titledPerson('闻秋北京大学教授'): 闻秋 or 闻秋北?   →  the one reading whose rest begins with a place or an institution
 *
 * Read only where one reading is left; the name must begin with a surname.
 */
import { HAN, startsLikeName } from '../names.ts'
import type { PrintedPerson } from './line.ts'

const OFFICE =
  '教授|副教授|研究员|副研究员|主任|副主任|部长|副部长|院长|副院长|所长|副所长|会长|秘书长|书记|学者|博士|律师|委员|顾问|总经理|董事长|总裁|校长|局长|司长|处长|专家|经济学家|评论员|撰稿人'
const PLACE = new RegExp(
  `^(?:系|为|是)?(?:中国|中央|中共|全国|国家|国务院|北京|上海|天津|重庆|香港|澳门|台湾|清华|复旦|浙江|江苏|山东|山西|河北|河南|湖北|湖南|广东|广西|福建|安徽|江西|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆|西藏|内蒙古|黑龙江|吉林|辽宁|海南|南京|武汉|广州|深圳|人民|对外|首都|华东|华中|华南|西南|西北|东北|${HAN}{2,4}(?:大学|学院|研究院|研究所|研究中心|智库|律师事务所|省|市|县))`,
  'u',
)
const BEHIND = new RegExp(`^(?<name>${HAN}{2,4}?)[ \\u3000]?(?<office>.{3,40}(?:${OFFICE}))$`, 'u')
const BEFORE = new RegExp(`^(?<office>.{3,70}(?:${OFFICE}))[ \\u3000]?(?<name>${HAN}{2,4})$`, 'u')

/** The text after a label in, the one person that it names with an office out; undefined when it reads otherwise or in two ways. */
export function titledPerson(text: string): PrintedPerson | undefined {
  if (text.length > 90 || text.length < 7) return undefined
  const behind = [2, 3].flatMap((length) => splitBehind(text, length))
  if (behind.length === 1) return behind[0]
  const found = BEFORE.exec(text)?.groups
  const [name = '', office = ''] = [found?.['name'], found?.['office']]
  if (!PLACE.test(office) || !startsLikeName(name)) return undefined
  return { before: '', affiliation: text.slice(0, text.length - name.length), printed: name, name, after: '' }
}

function splitBehind(text: string, length: number): PrintedPerson[] {
  const name = text.slice(0, length)
  const after = text.slice(length)
  const office = after.trimStart()
  const fits =
    !/\s/u.test(name) && startsLikeName(name) && PLACE.test(office) && BEHIND.test(text) && !/[。！？：]/u.test(office)
  return fits ? [{ before: '', printed: name, name, note: office, after }] : []
}
