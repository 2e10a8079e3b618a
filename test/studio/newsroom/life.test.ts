/** What becomes of an article after it was written: changed and left, changed and taken back, unpublished, and a person who is needed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isJson, textOf, type Json } from '../../sample/documents.ts'
import { openPress, type Press } from './press.ts'
import { openSeat, PATIENCE, type Seat } from './seat.ts'

const ARTICLE = 'article-xue'

let press: Press
let seat: Seat

beforeAll(async () => {
  press = await openPress()
  seat = await openSeat(press)
})
afterAll(async () => {
  await seat?.close()
  await press?.close()
})
beforeEach(() => {
  seat.heard.length = 0
})

const stored = async (id: string): Promise<Json | undefined> => {
  const found: unknown = await press.client.getDocument(id)
  return isJson(found) ? found : undefined
}
const subtitle = async (id: string): Promise<string> => textOf((await stored(id))?.['subtitle'])
const box = () => seat.page.getByTestId('field-subtitle').getByRole('textbox')
const confirm = () => seat.page.getByRole('dialog').getByTestId('confirm-button')

async function write(text: string): Promise<void> {
  await seat.open(`desk/published;${ARTICLE}`)
  await seat.tab('题')
  await box().fill(text)
  await expect.poll(() => subtitle(`drafts.${ARTICLE}`), PATIENCE).toBe(text)
}

async function publish(text: string): Promise<void> {
  await write(text)
  await seat.page.getByTestId('action-发布').click()
  await expect.poll(() => subtitle(ARTICLE), PATIENCE).toBe(text)
  await expect.poll(() => stored(`drafts.${ARTICLE}`), PATIENCE).toBeUndefined()
}

test('a change that is discarded leaves the published article as it was', async () => {
  const before = await stored(ARTICLE)
  await write('写了又不要的副题')
  await seat.act('放弃更改')
  await confirm().waitFor()
  await seat.shot('life-discard')
  await confirm().click()
  await expect.poll(() => stored(`drafts.${ARTICLE}`), PATIENCE).toBeUndefined()
  await expect.poll(() => box().inputValue(), PATIENCE).toBe('')
  expect(await stored(ARTICLE)).toEqual(before)
  expect(seat.heard).toEqual([])
})

test('an older revision is chosen in the history, restored and published', async () => {
  const { page } = seat
  await publish('第一版副题')
  await publish('第二版副题')
  await page
    .getByTestId('pane-footer')
    .getByText(/最后发布|直接写入/u)
    .click()
  await page.getByRole('tab', { name: '历史', exact: true }).click()
  await page.getByTestId('timeline-item-button').filter({ hasText: '已发布' }).nth(1).click()
  await expect.poll(() => box().inputValue(), PATIENCE).toBe('第一版副题')
  await page.getByTestId('timeline-item-button').first().hover()
  await seat.shot('life-history')
  await page.getByTestId('action-还原').click()
  const restore = page.getByTestId('confirm-popover-confirm-button')
  await restore.waitFor()
  await seat.shot('life-restore')
  await restore.click()
  await expect.poll(() => subtitle(`drafts.${ARTICLE}`), PATIENCE).toBe('第一版副题')
  expect(await subtitle(ARTICLE)).toBe('第二版副题')
  await page.getByTestId('action-发布').click()
  await expect.poll(() => subtitle(ARTICLE), PATIENCE).toBe('第一版副题')
  expect(seat.heard).toEqual([])
})

test('an article that is unpublished becomes a draft, and its page is gone', async () => {
  const { page } = seat
  const address = new URL(textOf((await stored(ARTICLE))?.['address']), press.site).href
  expect((await fetch(address)).status).toBe(200)
  await seat.open(`desk/published;${ARTICLE}?perspective=published`)
  await page.getByTestId('action-取消发布').click()
  await confirm().waitFor()
  await seat.shot('life-unpublish')
  await confirm().click()
  await expect.poll(() => stored(ARTICLE), PATIENCE).toBeUndefined()
  expect(await subtitle(`drafts.${ARTICLE}`)).toBe('第一版副题')
  await expect.poll(async () => (await fetch(address)).status, PATIENCE).toBe(404)
  expect(seat.heard).toEqual([])
})

test('a person whom articles credit is not deleted, and the editor is told who needs them', async () => {
  const { page } = seat
  await seat.open('desk/profile;profile-han-ling')
  await seat.act('删除')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/文档引用了“韩岭”/u).waitFor()
  await dialog.getByText('水走暗管来').waitFor()
  await seat.shot('life-delete-refused')
  await confirm().click()
  await page.getByText('这通常意味着有其他文档引用了它').waitFor()
  await seat.shot('life-delete-failed')
  expect((await stored('profile-han-ling'))?.['name']).toBe('韩岭')
  // The browser itself notes every answer that is a refusal.
  expect(seat.heard).toEqual([expect.stringContaining('status of 409 (Conflict)')])
})

test('a draft that nobody refers to is deleted', async () => {
  await press.client.create({ _id: 'drafts.article-none', _type: 'article', title: '写坏的稿子' })
  await seat.open('desk/drafts;article-none')
  await seat.act('删除')
  await confirm().click()
  await expect.poll(() => stored('drafts.article-none'), PATIENCE).toBeUndefined()
  expect(seat.heard).toEqual([])
})
