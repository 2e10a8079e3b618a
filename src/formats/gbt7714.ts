/**
 * A citation by GB/T 7714-2015, as Chinese papers print it.
 *
 *   gbt7714(reference)
 *     →  '石砚, 江穗, 方朴, 等. 把渠修到田头[N/OL]. 禾风日报, 2024-06-02[引用日期]. https://hefeng.example/2024/0602/a1.html.'
 *
 * After the rules as secondary sources give them (the standard is not published freely): at most three writers, then 等; [N/OL] for
 * a newspaper, [J/OL] for a magazine, [EB/OL] for anything else online; half-width marks. The day of reading is the reader's to fill in.
 */
import type { Reference } from './reference.ts'

const MOST_AUTHORS = 3
const MARKS = { newspaper: 'N/OL', magazine: 'J/OL', website: 'EB/OL' } as const

export function gbt7714({ authors, title, container, kind, date, url }: Reference): string {
  const names = authors.slice(0, MOST_AUTHORS).map(({ name }) => name)
  const who = [...names, ...(authors.length > MOST_AUTHORS ? ['等'] : [])].join(', ')
  const where = kind === 'website' ? `${container}, (${date})` : `${container}, ${date}`
  return `${who === '' ? '' : `${who}. `}${title}[${MARKS[kind]}]. ${where}[引用日期]. ${url}.`
}
