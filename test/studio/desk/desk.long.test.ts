/** The desk in a real browser: lists and counts that follow the lake, search inside sentences, the badge, nothing said to anyone. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openNewsroom, PATIENCE, type Newsroom } from './newsroom.ts'

let room: Newsroom

beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(async () => {
  await room?.close()
})
beforeEach(() => {
  room.complaints.length = 0
})

const count = (row: string) => room.page.getByTestId(`desk-${row}`).getByTestId('desk-count')
const open = async (path: string): Promise<void> => {
  await room.page.goto(room.at(path))
  await room.page.getByTestId('desk-all').waitFor()
}

describe('the desk', () => {
  test('counts what the lake holds, and counts again when it changes', async () => {
    await open('desk')
    await expect.poll(() => count('all').innerText(), PATIENCE).toBe('23')
    for (const [row, number] of Object.entries({ drafts: 0, published: 22, withdrawn: 1, unedited: 1, channel: 11 }))
      expect(`${row} ${await count(row).innerText()}`).toBe(`${row} ${number}`)
    await room.door.client.create({ _id: 'drafts.article-new', _type: 'article', title: '新稿' })
    await expect.poll(() => count('drafts').innerText(), PATIENCE).toBe('1')
    expect(await count('all').innerText()).toBe('24')
    expect(await count('unedited').innerText()).toBe('2')
    await room.picture('desk')
    await room.door.client.delete('drafts.article-new')
    await expect.poll(() => count('drafts').innerText(), PATIENCE).toBe('0')
    expect(room.complaints).toEqual([])
  })

  test('leads by year, month and day of Beijing to the articles', async () => {
    const { page } = room
    await open('desk')
    for (const row of ['dates', '2024', '2024-06', '2024-06-02']) await page.getByTestId(`desk-${row}`).click()
    // Printed at 07:30 on the second, which is the first in UTC.
    await page.getByText('芒种前后').waitFor()
    expect(await count('2024-06-02').innerText()).toBe('3')
    expect(await page.getByTestId('desk-2024-06-01').count()).toBe(0)
    await room.picture('desk-dates')
    expect(room.complaints).toEqual([])
  })

  test('leads by channel to the articles, the channels as a tree', async () => {
    const { page } = room
    await open('desk/channels')
    await page.getByTestId('desk-channel-xiangcun').click()
    await page.getByText('一万四千只羊过桥').waitFor()
    expect(await count('channel-xiangcun').innerText()).toBe('3')
    await room.picture('desk-channels')
    expect(room.complaints).toEqual([])
  })

  test.each([
    ['published', '在一个句子中间', '闸门'],
    ['all', '按责编姓名', '郭雨桐'],
    ['profile', '按姓名的一部分', '努尔别克'],
  ])('finds %s %s', async (list, _, words) => {
    const { page } = room
    await open(`desk/${list}`)
    await page.getByPlaceholder('搜索列表').fill(words)
    const query = list === 'profile' ? '_type == "profile"' : '_type == "article"'
    const all: unknown = await room.door.client.fetch(`*[${query}]`)
    const holds = (Array.isArray(all) ? all : []).filter((document) => JSON.stringify(document).includes(words))
    const found = page.locator('[data-testid="document-list-pane"] [data-testid^="pane-item"]')
    await expect.poll(() => found.count(), PATIENCE).toBe(holds.length)
    await room.picture(`desk-search-${list}`)
    expect(room.complaints).toEqual([])
  })

  test('finds an article from the bar at the top by words in the middle of its text', async () => {
    const { page } = room
    await open('desk')
    await page.getByTestId('studio-search').first().click()
    const words = await fromTheMiddle('article-shuizou-anguan')
    await page.getByPlaceholder('搜索').last().fill(words)
    await page.getByRole('dialog').or(page.getByTestId('search-results')).getByText('水走暗管来').first().waitFor()
    await room.picture('search')
    expect(room.complaints).toEqual([])
  })

  test('says whether the published revision is on the site', async () => {
    const { page } = room
    const revision = String((await room.stored('article-xue'))?.['_rev'])
    for (const [revisions, label] of [
      [{ 'article-xue': revision }, '已上网'],
      [{ 'article-xue': 'older' }, '有更新未上网'],
      [{}, '未上网'],
    ] as const) {
      room.live.revisions = revisions
      await open('desk/published;article-xue')
      await page.getByText(label, { exact: true }).waitFor(PATIENCE)
      await room.picture(`badge-${label}`)
    }
    room.live.revisions = undefined
    expect(room.complaints).toEqual([])
  })

  test('draws the page beside the form', async () => {
    const { page } = room
    await open('desk/published;article-xue,view=preview')
    const frame = page.frameLocator('iframe').last()
    await frame.locator('article h1').waitFor()
    expect(await frame.locator('article h1').innerText()).toBe('雪')
    await room.picture('preview-beside')
    expect(room.complaints).toEqual([])
  })

  test('asks no other machine for anything', () => {
    expect([...room.abroad]).toEqual([])
  })
})

/** Ten letters from the middle of a sentence of the first section. */
async function fromTheMiddle(id: string): Promise<string> {
  const body: unknown = await room.door.client.fetch('*[_id == $id][0].sections[0].body', { id })
  const [, words = ''] = /\p{Script=Han}{6}(\p{Script=Han}{8})/u.exec(String(body)) ?? []
  return words
}
