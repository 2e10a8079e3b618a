/**
 * `zebian check FILE…`: prints original pages back from what was read of them, and names what of them would be lost.
 *
 *   zebian check a.txt   →  把渠修到田头 / 2024年06月02日08:30 来源：禾风日报 / … / 全部读入，一字不缺。
 *   zebian check a.html  →  … / 未读入：分享到：
 *
 * Of a web page everything between the headline and its last line is looked at; its tools and other articles are named too, for a
 * person to see that they are no more than that. Exit code 1 when a page was refused, or a letter of a text file is read nowhere.
 */
import { leftOut, printedBack } from '../import/check.ts'
import { isMarkup, readBytes } from '../import/read.ts'
import { parsePage } from '../import/parse/page.ts'
import { gather } from './originals/gather.ts'
import { openOriginals } from './originals/open.ts'

export async function checkCommand(files: readonly string[]): Promise<number> {
  let bad = 0
  for await (const path of gather(files))
    for await (const opened of openOriginals(path)) {
      const page = 'refused' in opened ? opened : parsePage(opened)
      if ('refused' in page || 'refused' in opened) {
        bad += 1
        console.log(`${page.file}\n  refused: ${'refused' in page ? page.refused : ''}\n`)
        continue
      }
      const read = readBytes(opened.bytes)
      const text = 'refused' in read ? '' : read.text
      const lost = leftOut(page, text)
      bad += lost.length > 0 && !isMarkup(text) ? 1 : 0
      console.log(`${page.file}\n\n${printedBack(page).join('\n\n')}\n`)
      console.log(
        lost.length === 0 ? '全部读入，一字不缺。\n' : `${lost.map((line) => `未读入：${line}`).join('\n')}\n`,
      )
      for (const problem of page.problems) console.log(`请核对：${problem}`)
    }
  return bad === 0 ? 0 : 1
}
