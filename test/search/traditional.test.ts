/** Traditional letters, and names that keep theirs. */
import { describe, expect, test } from 'vitest'
import { namesIn, traditionalPage } from '../../src/search/script/page.ts'
import { namesOf, traditionalText } from '../../src/search/script/traditional.ts'
import { creditedNames } from './names.ts'

const NAMES = creditedNames()

describe('a name in a Traditional text', () => {
  test('changes no letter, whoever is credited or profiled', () => {
    const changing = NAMES.filter((name) => traditionalText(name) !== name)
    console.log(`Names: ${NAMES.length}; OpenCC alone would change ${changing.length}: ${changing.join(' ')}`)
    expect(NAMES.length).toBeGreaterThan(40)
    expect(changing.length).toBeGreaterThan(5)
    const names = namesOf(NAMES)
    const changed = NAMES.filter((name) => !traditionalText(`后来记者${name}在里面说`, names).includes(name))
    expect(changed).toEqual([])
  })

  test('is the longest that stands there, and what stands around it is converted', () => {
    const names = namesOf(['于岚', '于岚宁', '范仲'])
    expect(traditionalText('记者于岚宁和于岚、范仲发现', names)).toBe('記者于岚宁和于岚、范仲發現')
    expect(traditionalText('关于发展', names)).toBe('關於發展')
    expect(traditionalText('', names)).toBe('')
  })
})

const PAGE = `<!DOCTYPE html>
<html lang="zh-Hans"><head><title>于岚在后山发现旧渠</title><meta name="description" content="头发与发展"><style>a::before{content:"后"}</style>
<link rel="canonical" href="https://a.example/后.html"><script type="application/ld+json">{"author":[{"@type":"Person","name":"于岚"}],"headline":"后"}</script></head>
<body><a class="name" href="/">禾风网</a><a href="/2024/0602/后.html">后台</a><a class="find" href="/search/">查找</a><img src="/pictures/后.png" alt="后门"><a href="/people/x.html">万宁</a><p>万宁说：于岚（后）里面</p></body></html>`

describe('a page in Traditional letters', () => {
  const page = traditionalPage(PAGE, namesOf([]), (address) => !address.startsWith('/search/'))

  test('names in its data and links the people that it may not change', () => {
    expect(namesIn(PAGE)).toEqual(['于岚', '万宁'])
    expect(page).toContain('<p>万宁說：于岚（後）裡面</p>')
    expect(page).toContain('<title>于岚在後山發現舊渠</title>')
  })

  test('converts what is read, and neither addresses, styles nor data', () => {
    expect(page).toContain('<html lang="zh-Hant">')
    expect(page).toContain('content="頭髮與發展"')
    expect(page).toContain('alt="後門"')
    expect(page).toContain('src="/pictures/后.png"')
    expect(page).toContain('content:"后"')
    expect(page).toContain('"headline":"后"')
  })

  test('leads to its own kind', () => {
    expect(page).toContain('href="/hant/2024/0602/后.html">後臺')
    expect(page).toContain('href="/hant/"')
    expect(page).toContain('href="/search/"')
    expect(page).toContain('href="https://a.example/后.html"')
  })
})
