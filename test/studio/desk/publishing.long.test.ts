/** What an editor may and may not publish, correct and withdraw, in a real browser; each ends in the lake as it should. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isJson, listOf } from '../../sample/documents.ts'
import { openNewsroom, PATIENCE, type Newsroom } from './newsroom.ts'

let room: Newsroom

const DRAFT = {
  _type: 'article',
  title: '夜里的水声',
  publishedAt: '2026-05-01T01:00:00.000Z',
  source: { _type: 'reference', _ref: 'source-hefeng-ribao' },
  address: '/2026/0501/ye-li-de-shui-sheng.html',
  lead: '渠水在夜里到了。',
} as const
const EDITOR = [{ _key: 'k1', _type: 'attribution', role: 'editor', name: '韩岭' }]

beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(async () => {
  await room?.close()
})
beforeEach(() => {
  room.complaints.length = 0
})

const publish = () => room.page.getByTestId('action-发布')
const open = async (path: string): Promise<void> => {
  await room.page.goto(room.at(path))
  await publish().waitFor()
}
const act = async (name: string): Promise<void> => {
  await room.page.getByTestId('action-menu-button').click()
  await room.page.getByRole('menuitem', { name, exact: true }).click()
}
const said = (text: RegExp | string) => room.page.getByText(text).first()

/** The reason stands in the tooltip of the button, where an editor who is refused looks first. */
async function refused(reason: string): Promise<void> {
  await expect.poll(() => publish().isDisabled(), PATIENCE).toBe(true)
  await expect
    .poll(async () => {
      await room.page.mouse.move(10, 500)
      await publish().hover({ force: true })
      return said(/^不能发布：/u)
        .innerText({ timeout: 2_000 })
        .catch(() => '')
    }, PATIENCE)
    .toContain(reason)
}

describe('publishing', () => {
  test('is refused without a 责编, with the reason, until one is named or the lack explained', async () => {
    const { page, door } = room
    await door.client.create({ ...DRAFT, _id: 'drafts.article-a' })
    await open('desk/drafts;article-a')
    await refused('没有署责编')
    await room.picture('refused-editor')
    expect(await room.stored('article-a')).toBeUndefined()
    await page.getByTestId('field-editorWaiver').locator('textarea').fill('转载外稿，原页未署责编。')
    await expect.poll(() => publish().isEnabled(), PATIENCE).toBe(true)
    await publish().click()
    await expect
      .poll(async () => (await room.stored('article-a'))?.['editorWaiver'], PATIENCE)
      .toBe('转载外稿，原页未署责编。')
    expect(await room.stored('drafts.article-a')).toBeUndefined()
    expect(room.complaints).toEqual([])
  })

  test('is refused at an address where another article stands', async () => {
    const { door } = room
    const address = '/n2/2024/0602/c1003-200001.html'
    await door.client.create({ ...DRAFT, attributions: EDITOR, address, _id: 'drafts.article-b' })
    await open('desk/drafts;article-b')
    await refused('这个地址已有稿件《水走暗管来》')
    await room.picture('refused-address')
    await door.client.patch('drafts.article-b').set({ address: '/2026/0501/b.html' }).commit()
    await expect.poll(() => publish().isEnabled(), PATIENCE).toBe(true)
    expect(room.complaints).toEqual([])
  })
})

describe('a published article', () => {
  test('is corrected: the correction is dated, kept and published', async () => {
    const { page } = room
    await open('desk/published;article-songxinren')
    const before = listOf((await room.stored('article-songxinren'))?.['corrections']).length
    await act('更正')
    await page.locator('#correction-kind').selectOption('credit')
    await page.locator('#correction-text').fill('文末“柏一州”应为“柏一舟”。')
    await room.picture('correct')
    await page.getByTestId('next-step').click()
    await room.picture('correct-confirm')
    expect(listOf((await room.stored('article-songxinren'))?.['corrections'])).toHaveLength(before)
    await page.getByTestId('confirm-step').click()
    await expect
      .poll(async () => listOf((await room.stored('article-songxinren'))?.['corrections']).at(-1), PATIENCE)
      .toMatchObject({ _type: 'correction', kind: 'credit', text: '文末“柏一州”应为“柏一舟”。', date: recent() })
    await expect.poll(() => room.stored('drafts.article-songxinren'), PATIENCE).toBeUndefined()
    expect(room.complaints).toEqual([])
  })

  test('leaves 待更正 when an editor found nothing wrong', async () => {
    const { page } = room
    const waiting = () => page.getByTestId('desk-correcting').getByTestId('desk-count').innerText()
    const checked = async () => (await room.stored('article-xiuzhongren'))?.['provenance']
    await open('desk/correcting;article-xiuzhongren')
    await expect.poll(waiting, PATIENCE).toBe('1')
    await act('核对无误')
    await page.getByText('原页面第三幅图片已失效，未能取得').last().waitFor()
    await room.picture('checked')
    await page.getByTestId('next-step').click()
    await page.getByTestId('confirm-step').click()
    await expect.poll(checked, PATIENCE).toMatchObject({ checkedAt: recent() })
    await expect.poll(waiting, PATIENCE).toBe('0')
    expect(room.complaints).toEqual([])
  })

  test('is withdrawn with a reason, and put back', async () => {
    const { page } = room
    const withdrawn = async () => (await room.stored('article-jingtai'))?.['withdrawn']
    await open('desk/published;article-jingtai')
    await act('撤稿')
    expect(await page.getByTestId('next-step').isDisabled()).toBe(true)
    await page.locator('#withdrawal-reason').fill('文中数据有误，正在核实。')
    await page.getByTestId('next-step').click()
    await room.picture('withdraw-confirm')
    expect(await withdrawn()).toBeUndefined()
    await page.getByTestId('confirm-step').click()
    await expect.poll(withdrawn, PATIENCE).toMatchObject({ reason: '文中数据有误，正在核实。', date: recent() })
    await page.getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', { name: '恢复', exact: true }).waitFor()
    expect(await page.getByRole('menuitem', { name: '更正', exact: true }).count()).toBe(0)
    await room.picture('withdrawn')
    await page.getByRole('menuitem', { name: '恢复', exact: true }).click()
    await page.getByRole('button', { name: '恢复并发布' }).click()
    await expect.poll(async () => isJson(await withdrawn()), PATIENCE).toBe(false)
    expect(room.complaints).toEqual([])
  })
})

const recent = () =>
  expect.toSatisfy((date: unknown) => typeof date === 'string' && Date.now() - Date.parse(date) < 60_000)
