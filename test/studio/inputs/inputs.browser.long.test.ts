/** The inputs in the real Studio, in a real Chromium: what an editor types is what the lake holds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itemsOf, refOf } from '../../../sanity/studio/inputs/value.ts'
import { openEditor, type Editor } from './editor.ts'
import { openStudio, type Studio } from './studio.ts'

let studio: Studio
let editor: Editor

beforeAll(async () => {
  studio = await openStudio()
  editor = await openEditor(studio)
}, 180_000)
afterAll(async () => {
  await editor.close()
  await studio.close()
})

const draft = async (id: string, field: string): Promise<unknown> =>
  studio.client.fetch<unknown>(`*[_id == $id][0].${field}`, { id: `drafts.${id}` })

describe('署名', () => {
  it('fills the attributions from a pasted line: one known, one made anew, one chosen among namesakes', async () => {
    const { page } = editor
    await editor.open('article-mangzhong-nongshi')
    await editor.tab('署名')
    await page.getByLabel('署名行').fill('(责编：韩岭、新人甲、周岩)')
    const namesake = page.getByLabel('周岩：对应人物库中的谁')
    await namesake.getByText('同名 2 人').waitFor({ state: 'attached' })
    const fill = page.getByRole('button', { name: '填入，替换原有的责编' })
    expect(await fill.isDisabled()).toBe(true)
    expect(await editor.faults('[data-zebian=line]')).toEqual([])
    await editor.shot('credits-read')
    await namesake.selectOption({ label: '禾川市 禾风日报社 体育记者' })
    await fill.click()
    await expect.poll(() => page.getByLabel('将印作').innerText()).toContain('(责编：韩岭、新人甲、周岩 编辑：卢小燕)')
    await expect.poll(async () => itemsOf(await draft('article-mangzhong-nongshi', 'attributions')).length).toBe(4)
    const [han, made, zhou] = itemsOf(await draft('article-mangzhong-nongshi', 'attributions'))
    expect([refOf(han?.['who']), refOf(zhou?.['who'])]).toEqual(['profile-han-ling', 'profile-zhou-yan-jizhe'])
    const person = await studio.client.fetch<unknown>('*[_id == $id][0].name', { id: refOf(made?.['who']) ?? '' })
    expect(person).toBe('新人甲')
    expect(await editor.faults('[data-zebian=printed]')).toEqual([])
    await editor.shot('credits-filled')
  })

  it('says that a kept line stands, and lets it go', async () => {
    const { page } = editor
    await editor.open('article-xiuzhongren')
    await editor.tab('署名')
    await page.getByLabel('署名行').fill('(责编：韩岭)')
    await page.getByRole('button', { name: '填入，替换原有的责编' }).click()
    await page.getByText('这些署名不会印出').waitFor()
    await editor.shot('credits-kept-line')
    await page.getByRole('button', { name: '删去原样印文' }).click()
    await expect.poll(() => page.getByLabel('将印作').innerText()).toContain('编辑：卢小燕 责编：韩岭)')
    await expect.poll(async () => itemsOf(await draft('article-xiuzhongren', 'creditLines')).length).toBe(1)
  })
})

describe('正文', () => {
  it('keeps the caret, composes Chinese, marks by keyboard', async () => {
    const { page } = editor
    await editor.open('article-xue')
    await editor.tab('正文')
    const body = page.getByTestId('field-lead').getByRole('textbox')
    const before = await body.inputValue()
    await body.click()
    await body.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(2, 2))
    await page.keyboard.type('甲乙', { delay: 20 })
    await editor.compose('nihao', '你好')
    await page.keyboard.type('丙')
    const typed = `${before.slice(0, 2)}甲乙你好丙${before.slice(2)}`
    await expect.poll(() => body.inputValue()).toBe(typed)
    await expect.poll(() => draft('article-xue', 'lead')).toBe(typed)
    await body.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(2, 4))
    await page.keyboard.press('Control+b')
    await expect.poll(() => body.inputValue()).toBe(typed.replace('甲乙', '**甲乙**'))
    await page.keyboard.press('Control+b')
    await expect.poll(() => draft('article-xue', 'lead')).toBe(typed)
    await page.getByTestId('field-lead').getByText('▸ 预览').click()
    expect(await editor.faults('[data-zebian=body]')).toEqual([])
    await editor.shot('body')
  })
})

describe('地址', () => {
  it('says what is wrong with an address, and who holds it', async () => {
    const { page } = editor
    await editor.open('article-xue')
    await editor.tab('日期来源')
    const address = page.getByTestId('field-address')
    const box = address.getByRole('textbox')
    await address.getByText('一经刊发不再更改', { exact: false }).last().waitFor()
    await box.fill('/../etc/passwd.html')
    await address.getByText('此地址不可用').first().waitFor()
    await box.fill('/n2/2024/0602/c1003-200001.html')
    await address.getByText('已被“水走暗管来”占用').waitFor()
    expect(await editor.faults('[data-zebian=address]')).toEqual([])
    await editor.shot('address')
  })

  it('makes one from day and channel', async () => {
    const { page } = editor
    await studio.client.create({
      _id: 'drafts.5eed0001-0000',
      _type: 'article',
      publishedAt: '2024-06-01T23:30:00Z',
      channel: { _type: 'reference', _ref: 'channel-xiangcun' },
    })
    await editor.open('5eed0001-0000')
    await editor.tab('日期来源')
    await page.getByRole('button', { name: '生成' }).click()
    await expect.poll(() => draft('5eed0001-0000', 'address')).toBe('/2024/0602/xiangcun-5eed0001.html')
  })
})

it('leaves nothing in the console', () => {
  expect(editor.heard).toEqual([])
})
