/** The search page in a real browser: typing by composition, keys, filters, back, offline, without script. */
import type { CDPSession } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { site } from './reader.ts'
import { settled, titles, type, visit } from './searching.ts'

describe('typing', () => {
  test('shows what has the phrase, the words marked, and says how many', async () => {
    const { page, messages, context } = await visit()
    await type(page, '渠首管理站')
    expect(await titles(page)).toContain('渠首今晨开闸 澄河水下了东干渠')
    expect(await page.locator('mark').first().innerText()).toBe('渠首管理站')
    expect(await page.locator('#status').innerText()).toMatch(/^找到 \d+ 篇/u)
    expect(await page.locator('#browse').isVisible()).toBe(false)
    expect(messages).toEqual([])
    await context.close()
  })

  test('by an input method asks nothing while letters are composed, and all once they are words', async () => {
    const { page, context, requests } = await visit()
    const session: CDPSession = await context.newCDPSession(page)
    await page.locator('[name=q]').focus()
    const before = requests.length
    for (const text of ['q', 'qu', 'qu s', 'qu shou'])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await page.waitForTimeout(400)
    expect(await page.locator('[name=q]').inputValue()).toBe('qu shou')
    expect(requests.slice(before)).toEqual([])
    expect(await titles(page)).toEqual([])
    await session.send('Input.insertText', { text: '渠首' })
    await page.locator('#results li').first().waitFor()
    expect(await page.locator('[name=q]').inputValue()).toBe('渠首')
    expect(new URL(page.url()).searchParams.get('q')).toBe('渠首')
    await context.close()
  })

  test.each([
    ['漢嶺', '没有一篇'],
    ['韓嶺', '找到'],
    ['hanling', '找到'],
    ['迪麗娜爾・托合提', '找到'],
    ['迪丽娜尔托合提', '找到'],
    ['2023年4月12日', '找到'],
    ['/n2/2023/0412/c1003-200001.html', '找到 1 篇'],
    ['水', '请至少输入两个字'],
    ['渠首管理站今年春天头一回', '相近'],
  ])('%s is answered with %s', async (typed, said) => {
    const { page, context } = await visit()
    await type(page, typed)
    expect(await page.locator('#status').innerText()).toContain(said)
    await context.close()
  })

  test('draws the first results while others are on their way, and moves none when they come', async () => {
    const { page, context } = await visit()
    const { promise, resolve } = Promise.withResolvers<void>()
    let rows = 0
    await page.route(/\/r\d+\.bin$/u, async (route) => {
      rows += 1
      if (rows > 1) await promise
      await route.continue()
    })
    await page.locator('[name=q]').fill('渠首')
    const first = page.locator('#results li a').first()
    await first.waitFor()
    expect(await page.locator('#results').getAttribute('aria-busy')).toBe('true')
    expect(await page.locator('#status').innerText()).not.toContain('找到')
    const before = await page.locator('#results li').count()
    const place = await first.boundingBox()
    await first.focus()
    resolve()
    await settled(page)
    expect(await page.locator('#results li').count()).toBeGreaterThan(before)
    expect(await first.boundingBox()).toEqual(place)
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true)
    expect(await page.locator('#status').innerText()).toContain('找到')
    await context.close()
  })

  test('finds by pinyin and marks the name that is read so', async () => {
    const { page, context } = await visit()
    await type(page, 'jiang sui')
    expect(new Set(await page.locator('mark').allInnerTexts())).toEqual(new Set(['江穗']))
    await context.close()
  })

  test('of markup shows its letters', async () => {
    const { page, context, messages } = await visit()
    for (const typed of [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      '\ud800渠',
      '(a+)+$',
      '渠'.repeat(10_000),
    ]) {
      await type(page, typed)
      expect(await page.locator('#results img, #results script, #status img').count()).toBe(0)
    }
    expect(messages).toEqual([])
    await context.close()
  })
})

describe('the keyboard alone', () => {
  test('goes from the field through the results, into an article and back', async () => {
    const { page, context } = await visit()
    await page.keyboard.press('/')
    await page.keyboard.insertText('澄河')
    await page.keyboard.press('Enter')
    await page.locator('#results li').nth(1).waitFor()
    const focused = (): Promise<string> => page.locator(':focus').evaluate((element) => element.textContent ?? '')
    await page.keyboard.press('ArrowDown')
    const first = await focused()
    await page.keyboard.press('ArrowDown')
    expect(await focused()).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\.html$/u)
    await page.goBack()
    await page.locator('#results li').nth(1).waitFor()
    expect(await page.locator('[name=q]').inputValue()).toBe('澄河')
    await page.keyboard.press('/')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    expect(await page.locator('[name=q]:focus').count()).toBe(1)
    await context.close()
  })
})

describe('the address', () => {
  test('carries the query and the filters, and back brings the query before', async () => {
    const { page, context } = await visit()
    await type(page, '渠首')
    await page.keyboard.press('Enter')
    await type(page, '澄河')
    await page.keyboard.press('Enter')
    await page.locator('summary').click()
    await page.locator('[name=channel]').selectOption({ label: '乡村' })
    await settled(page)
    expect(decodeURIComponent(new URL(page.url()).search)).toBe('?q=澄河&channel=xiangcun')
    const narrowed = await titles(page)
    await page.goBack()
    await expect.poll(() => page.locator('[name=channel]').inputValue()).toBe('')
    await page.goBack()
    await expect.poll(() => page.locator('[name=q]').inputValue()).toBe('渠首')
    await page.goForward()
    await page.goForward()
    await expect.poll(() => titles(page)).toEqual(narrowed)
    await context.close()
  })

  test('opens with its results', async () => {
    const { page, context } = await visit('/search/?person=韩岭&role=editor&year=2023')
    expect(await page.locator('[name=person]').inputValue()).toBe('韩岭')
    expect(await page.locator('#results li').count()).toBeGreaterThan(0)
    for (const line of await page.locator('#results time').allInnerTexts()) expect(line).toContain('2023年')
    await context.close()
  })
})

describe('a network that fails', () => {
  test('is said, and asked again when it is back', async () => {
    const { page, context } = await visit()
    await type(page, '渠首')
    const known = await titles(page)
    await context.setOffline(true)
    await type(page, '渠首')
    expect(await titles(page)).toEqual(known)
    await type(page, '书展消息')
    expect(await page.locator('#status').innerText()).toContain('网络断开')
    await context.setOffline(false)
    await expect.poll(() => page.locator('#status').innerText()).not.toContain('网络断开')
    await context.close()
  })

  test('a file that is not there is said too', async () => {
    const { page, context } = await visit()
    await page.route('**/*.bin', (route) => route.fulfill({ status: 500 }))
    await type(page, '渠首')
    expect(await page.locator('#status').innerText()).toContain('没有取到')
    await page.unroute('**/*.bin')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.locator('#results li').first().waitFor()
    await context.close()
  })
})

describe('without script', () => {
  test('says so, and offers calendars, channels and people that lead somewhere', async () => {
    const { page, context } = await visit('/search/?q=渠', { javaScriptEnabled: false })
    expect(await page.locator('noscript').innerText()).toContain('JavaScript')
    expect(await page.locator('#browse h2').allInnerTexts()).toEqual(['日历', '频道', '人物，按姓名拼音'])
    for (const heading of [0, 1, 2]) {
      const href = await page.locator('#browse section').nth(heading).locator('a').first().getAttribute('href')
      expect((await context.request.get(new URL(href ?? '', site.url).href)).status()).toBe(200)
    }
    await context.close()
  })
})
