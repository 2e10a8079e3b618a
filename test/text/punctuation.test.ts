/** Half-width marks of a normalised text, turned back. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldPunctuation, restorePunctuation } from '../../src/text/punctuation.ts'

describe('a normalised text', () => {
  it.each([
    ['他说:“水来了,不急!”(笑)', '他说：“水来了，不急！”（笑）', 5],
    ['11:03,共1,200米', '11:03，共1,200米', 1],
    ['宏达国际(HTC)说,不是5:3;是什么?', '宏达国际（HTC）说，不是5:3；是什么？', 5],
    ['“是党员,就要冲在最前面。”', '“是党员，就要冲在最前面。”', 1],
    ['渠长20,000米,水深1.5米', '渠长20,000米，水深1.5米', 1],
    ['Hello, world! (really)', 'Hello, world! (really)', 0],
    ['见 https://hefeng.example/a?b=1,c:2 一页', '见 https://hefeng.example/a?b=1,c:2 一页', 0],
    ['', '', 0],
  ])('%s is %s again', (half, full, changed) => {
    expect(restorePunctuation(half)).toEqual({ text: full, changed })
  })

  const marks = fc.constantFrom(...'渠水到田头ab12 ,:;!?()，：；！？（）“”。')
  const texts = fc.array(marks, { maxLength: 30 }).map((letters) => letters.join(''))

  it('changes in its marks alone, and in none of them twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: restored, changed } = restorePunctuation(text)
        expect(foldPunctuation(restored)).toBe(foldPunctuation(text))
        expect([...restored].filter((letter, at) => letter !== [...text][at])).toHaveLength(changed)
        expect(restorePunctuation(restored)).toEqual({ text: restored, changed: 0 })
      }),
      { numRuns: 3000 },
    )
  })
})
