/**
 * Originals that nobody wrote: lines lost, doubled, swapped or slipped in from other papers, letters cut and changed.
 *
 *   const random = seeded(7)
 *   mutated(text, random)   →  the text after one to four such accidents; the same for the same seed
 */
type Random = () => number

/** mulberry32: small, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random() * list.length)]

/** Lines that mean something to a reader of papers, wherever they turn up. */
const LINES = [
  '(责编:韩岭、邱实)',
  '（责任编辑：陶敏仪）',
  '责编：卢小燕 校对：闻一鸣',
  '记者 石砚',
  '本报记者 方朴 通讯员 马小槐',
  '(石砚、方朴)',
  '（记者 石砚 摄）',
  '图片：田佳慧',
  '文/图 罗春来',
  '作者：欧阳克勤',
  '原标题:一行代码里的农事',
  '（原标题：雪）',
  '本文原题《雪》',
  '《 禾风日报 》（ 2024年06月02日 03 版）',
  '（刊于《南麓周刊》2019年第24期）',
  '热点推荐',
  '相关阅读：',
  '2024年06月02日08:30  来源:禾风日报',
  '2019-11-03 17:20',
  '来源：望澜晚报',
  '先量地势 再画渠线',
  '——青禾镇见闻',
  '本报讯 一夜之间，渠水到了。',
  '禾风日报石鹭湖3月26日电（记者 石砚）水鸟来了。',
  '1. 是开头',
  '2) 是第二',
  '- 一行',
  '> 一行',
  '# 一行',
  '| 甲 | 乙 |',
  '|---|---|',
  '***',
  '---',
  '===',
  '```',
  '    四个空格',
  '[甲](/乙.html "丙")',
  '[甲]: https://a.example/ "乙"',
  '![图](/a.png)',
  '<https://a.example/?a=1&b=2>',
  'https://a.example/?a=1&copy=2&#123;',
  '**“稳”字当头**，*再*说_一_句。',
  '行尾两个空格  ',
  '反斜线\\',
  '\\*不是星号\\*',
  '&lt;b&gt; &nbsp; &#x4e00; &copy',
  '韩岭',
  '（完）',
  '“……”',
] as const
const LETTERS = [...'*_`~[]()<>&|\\#+-=:：!！，。；“”（）\u3000 \t\u00a0\u200b1.\'"/编记者·'] as const

const ACCIDENTS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => byLine(text, (lines) => lines.splice(place(lines, random), 1)),
  (text, random) => byLine(text, (lines) => lines.splice(place(lines, random), 0, pick(lines, random) ?? '')),
  (text, random) =>
    byLine(text, (lines) => lines.splice(place(lines, random), 0, ...lines.splice(place(lines, random), 1))),
  (text, random) => byLine(text, (lines) => lines.splice(place(lines, random), 0, '', pick(LINES, random) ?? '', '')),
  (text, random) => byLine(text, (lines) => lines.splice(tail(lines, random), 0, '', pick(LINES, random) ?? '', '')),
  (text, random) => byLetter(text, random, () => pick(LETTERS, random) ?? ''),
  (text, random) => byLetter(text, random, (letter) => (pick(LETTERS, random) ?? '') + letter),
  (text, random) => byLetter(text, random, () => ''),
  (text, random) => byLetter(text, random, (letter) => `\n${letter}`),
  (text, random) => text.slice(0, Math.ceil(text.length * (0.3 + 0.7 * random()))),
]

export function mutated(text: string, random: Random): string {
  let spoilt = text
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    const accident = pick(ACCIDENTS, random)
    spoilt = accident === undefined ? spoilt : accident(spoilt, random)
  }
  return spoilt
}

const place = (lines: readonly string[], random: Random): number => Math.floor(random() * (lines.length + 1))
const tail = (lines: readonly string[], random: Random): number => Math.max(0, lines.length - Math.floor(random() * 8))

function byLine(text: string, change: (lines: string[]) => unknown): string {
  const lines = text.split('\n')
  change(lines)
  return lines.join('\n')
}

function byLetter(text: string, random: Random, change: (letter: string) => string): string {
  const letters = [...text]
  const at = Math.floor(random() * letters.length)
  letters[at] = change(letters[at] ?? '')
  return letters.join('')
}
