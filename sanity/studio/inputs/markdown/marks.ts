/**
 * The toolbar of 正文: a text and its selection in, the marked text and the selection to show out.
 *
 *   mark({ text: '稳字当头', start: 0, end: 1 }, 'bold')   →  { text: '**稳**字当头', start: 2, end: 3 }
 *   mark({ text: '甲\n乙', start: 0, end: 3 }, 'list')     →  { text: '- 甲\n- 乙', start: 0, end: 7 }
 *   the same again takes the marks away
 *
 * Only marks that src/text/markdown.ts prints. `[链接](https://)` leaves the address selected, ready to be pasted over.
 */
export interface Selected {
  text: string
  start: number
  end: number
}

export type Mark = 'bold' | 'link' | 'list' | 'quote'

const LINES = { list: '- ', quote: '> ' } as const
const ADDRESS = 'https://'

export function mark(selected: Selected, kind: Mark): Selected {
  if (kind === 'bold') return bold(selected)
  return kind === 'link' ? link(selected) : lines(selected, LINES[kind])
}

function bold({ text, start, end }: Selected): Selected {
  const inside = text.slice(start, end)
  if (text.slice(0, start).endsWith('**') && text.slice(end).startsWith('**')) {
    return { text: text.slice(0, start - 2) + inside + text.slice(end + 2), start: start - 2, end: end - 2 }
  }
  return { text: `${text.slice(0, start)}**${inside}**${text.slice(end)}`, start: start + 2, end: end + 2 }
}

function link({ text, start, end }: Selected): Selected {
  const inside = text.slice(start, end)
  const isAddress = /^https?:\/\/\S+$/u.test(inside)
  const label = isAddress ? '链接文字' : inside === '' ? '链接文字' : inside
  const before = `${text.slice(0, start)}[${label}](`
  const address = isAddress ? inside : ADDRESS
  const marked = `${before}${address})${text.slice(end)}`
  return isAddress
    ? { text: marked, start: start + 1, end: start + 1 + label.length }
    : { text: marked, start: before.length, end: before.length + address.length }
}

/** Whole lines; a blank line before and after, or the paragraph beside them would be drawn into the list. */
function lines({ text, start, end }: Selected, prefix: string): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const until = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end)
  const block = text.slice(from, until).split('\n')
  const marked = block.every((line) => line === '' || line.startsWith(prefix)) && block.some((line) => line !== '')
  const changed = block
    .map((line) => (marked ? line.slice(prefix.length) : line === '' && block.length > 1 ? line : prefix + line))
    .join('\n')
  const before = text.slice(0, from)
  const after = text.slice(until)
  const gap = marked || before === '' || before.endsWith('\n\n') ? '' : '\n'
  const tail = marked || after === '' || after.startsWith('\n\n') ? '' : '\n'
  const at = before.length + gap.length
  return { text: before + gap + changed + tail + after, start: at, end: at + changed.length }
}

/** Letters, digits and marks as a newspaper counts them: everything but white space. */
export const letterCount = (text: string): number => [...text.replaceAll(/\s/gu, '')].length
