/**
 * Chinese that reads like a paper's and says nothing: sentences put together from an invented county's words.
 *
 *   paragraph(random, 20)   →  '岔河镇的水管员把新渠图送到了粮站，两天后又量了一遍。'
 *   paragraph(random, 150)  →  sentences until there are 150 letters or more
 *   personNames(random, 3)  →  ['韩岚', '苏远舟', '梁穗']   all different, with surnames that the credit reader knows
 */
import type { Random } from './random.ts'

const PLACES = [
  '岔河镇',
  '柳条巷',
  '澄湾村',
  '望禾县',
  '石桥头',
  '北圩',
  '青苇滩',
  '梨树坪',
  '南坡库区',
  '双塘埠',
] as const
const WHO = [
  '水管员',
  '种粮大户',
  '值班医生',
  '乡村教师',
  '合作社',
  '测量队',
  '图书管理员',
  '护林员',
  '老船工',
  '居民代表',
] as const
const WHEN = [
  '清早',
  '入夏以来',
  '去年秋后',
  '连着三天',
  '开会前',
  '雨停之后',
  '第二年开春',
  '到了月底',
  '午饭过后',
  '近五年',
] as const
const DO = ['把', '先把', '又把', '连夜将', '照着图纸把', '跟邻村商量着把', '带着学徒将', '分三回将'] as const
const WHAT = [
  '新渠图',
  '旧仓房',
  '两台水泵',
  '全部账本',
  '防汛沙袋',
  '育秧棚',
  '借阅卡',
  '巡堤记录',
  '小学的操场',
  '粮站的地磅',
] as const
const DONE = [
  '送到了田头',
  '重新量了一遍',
  '修得平平整整',
  '摆在了村口',
  '交给下一班',
  '挪高了半米',
  '编好了号',
  '晾干收好',
  '算得清清楚楚',
] as const
const THEN = [
  '这件事他记了十几年',
  '大伙儿这才放下心来',
  '省下的工夫用来平整土地',
  '比原先少走了一半的路',
  '谁家有难处都可以来登记',
  '水位从此稳在警戒线以下',
  '年轻人也愿意留下来学手艺',
  '公示栏里写得明明白白',
] as const
const SAID = [
  '“水到了田里才算数”',
  '“账要一笔一笔记”',
  '“先把路修通再说”',
  '“今年的苗比往年壮”',
  '“图上怎么画，地里就怎么挖”',
] as const
const MEASURE = ['亩', '户', '公里', '吨', '人次', '台', '册', '立方米'] as const
const SURNAMES = '韩苏梁石岳邓崔姚汪贾邹熊孟薛侯龙黎贺顾龚邵钱严武莫孔向汤温康安齐易伍庞倪聂殷' // all in src/text/names.ts
const GIVEN = '岚穗舟远川禾溪棠岭澄松荷越樵峻昀柏芷湛瑜衡砚筠朗沅'

/** One sentence of 20 to 70 letters. */
function sentence(random: Random): string {
  const subject = `${random.pick(PLACES)}的${random.pick(WHO)}`
  const deed = `${random.pick(DO)}${random.pick(WHAT)}${random.pick(DONE)}`
  const number = `${10 + random.below(9000)}${random.pick(MEASURE)}`
  switch (random.below(5)) {
    case 0:
      return `${random.pick(WHEN)}，${subject}${deed}，${random.pick(THEN)}。`
    case 1:
      return `${subject}说，${random.pick(SAID)}，${random.pick(WHEN)}${deed}。`
    case 2:
      return `截至${1 + random.below(12)}月底，${random.pick(PLACES)}共有${number}列入《${random.pick(PLACES)}灌区名册》，${random.pick(THEN)}。`
    case 3:
      return `${random.pick(WHEN)}${deed}，${subject}又添了${number}，占全镇的${1 + random.below(99)}.${random.below(10)}%。`
    default:
      return `${subject}${deed}，${random.pick(PLACES)}的${random.pick(WHO)}也${random.pick(DO)}${random.pick(WHAT)}${random.pick(DONE)}。`
  }
}

export function paragraph(random: Random, letters: number): string {
  let text = ''
  while (text.length < letters) text += sentence(random)
  return text
}

/** A headline of 12 to 20 letters. */
export const headline = (random: Random): string =>
  `${random.pick(PLACES)}${random.pick(WHO)}${random.pick(DO)}${random.pick(WHAT)}${random.pick(DONE)}`

/** Eight letters over the headline, or a section's heading. */
export const shortLine = (random: Random): string => `${random.pick(PLACES)}：${random.pick(THEN)}`

/** Names of two or three letters, no two alike. */
export function personNames(random: Random, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) {
    const given = Array.from({ length: 1 + random.below(2) }, () => GIVEN.charAt(random.below(GIVEN.length)))
    names.add(SURNAMES.charAt(random.below(SURNAMES.length)) + given.join(''))
  }
  return [...names]
}
