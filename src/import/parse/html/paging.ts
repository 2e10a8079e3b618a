/**
 * An article on several pages: which of them this is, and how many there are.
 *
 *   pagingIn('【1】【2】【3】 下一页')      →  3
 *   pageNumber('c1004-40232587-2.html')  →  2        (the first page's name has no number behind it)
 */
const WORDS = /首页|上一页|下一页|尾页|末页|\.\.\.|[【】[\]()（）|、<>«»\s]/gu
/** A row of numbers alone may as well be a table's. */
const SIGN = /[【[(（]|[上下]一页|[>»]/u

/** A line in, the number of pages that it leads to out. */
export function pagingIn(line: string): number | undefined {
  if (line.length > 160 || !SIGN.test(line)) return undefined
  const numbers = line.replaceAll(WORDS, ' ').trim().split(/ +/u)
  const counts = numbers.length > 1 && numbers.every((number, index) => number === String(index + 1))
  return counts ? numbers.length : undefined
}

/** A file's or an address's name in, the number behind it out; 1 where there is none. */
export function pageNumber(name: string): number {
  const number = /[-_](?<number>\d{1,2})\.s?html?$/u.exec(name)?.groups?.['number']
  return number === undefined ? 1 : Number(number)
}
