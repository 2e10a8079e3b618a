/** 粘贴原文 from an empty article to the published page: every field filled, the preview is the page, every character is on it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf, itemsOf, textOf, type Fields } from '../../../sanity/studio/inputs/value.ts'
import { differenceOf } from '../../law/compare.ts'
import { ORIGINALS } from '../../law/originals.ts'
import { fillSkin } from '../../import/skins.ts'
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

/** One of our own, and the seed where it lies beside the checkout. */
const CHOSEN = ORIGINALS.filter(({ name }) => name === '01-qudao.txt' || name === 'seed.txt')
const PREVIEW = 'iframe[title="稿件预览"]'

/** Read from the Studio's side: within the frame no script may run, not even a test's. */
const inPage = <T>(read: (page: Document) => T): Promise<T> =>
  editor.page.evaluate(`(${read.toString()})(document.querySelector(${JSON.stringify(PREVIEW)}).contentDocument)`)
const drawn = (): Promise<string | undefined> => inPage((page) => page.querySelector('article')?.outerHTML)

const draftOf = async (id: string): Promise<Fields> =>
  fieldsOf(await studio.client.fetch<unknown>('*[_id == "drafts." + $id][0]', { id }))

describe.each(CHOSEN)('$name', ({ name, text }) => {
  const id = `0a51e000-${name.length}`

  it('is read, and nothing is changed before 采用', async () => {
    const { page } = editor
    await page.goto(`${studio.url}/studio/intent/create/template=article;type=article;id=${id}/`)
    await page.getByRole('button', { name: '粘贴原文' }).click()
    const dialog = page.getByRole('dialog', { name: '粘贴原文' })
    await dialog.getByRole('textbox').fill(text)
    await dialog.getByText('刊发时间').waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: '采用' }).isEnabled()).toBe(true)
    expect(await editor.faults('[data-zebian=original]')).toEqual([])
    await editor.shot(`original-${name}`)
    expect(await studio.client.fetch<unknown>('count(*[_id in [$id, "drafts." + $id]])', { id })).toBe(0)
    await dialog.getByRole('button', { name: '采用' }).click()
    await page.getByText('已按原文填入').waitFor()
  })

  it('fills the fields, its people among them', async () => {
    await expect.poll(async () => itemsOf((await draftOf(id))['sections']).length).toBeGreaterThan(0)
    const draft = await draftOf(id)
    const empty = ['title', 'kicker', 'publishedAt', 'originalTitle', 'lead', 'address'].filter(
      (field) => textOf(draft[field]) === undefined,
    )
    expect(empty).toEqual([])
    const people = itemsOf(draft['attributions'])
    expect(people.length).toBeGreaterThan(3)
    expect(people.filter(({ who }) => who === undefined)).toEqual([])
  })

  it('is previewed as the page that is built from it, with every character', async () => {
    const { page } = editor
    await page.getByRole('tab', { name: '预览' }).first().click()
    await page.locator(PREVIEW).contentFrame().locator('.foot a').first().waitFor()
    expect(await editor.faults('[data-zebian=looks]')).toEqual([])
    await editor.shot(`preview-${name}`)
    await page.getByRole('button', { name: '手机' }).click()
    await page.getByRole('button', { name: '深', exact: true }).click()
    await editor.shot(`preview-phone-dark-${name}`)
    const before = await drawn()
    await page.getByTestId('action-发布').click()
    const published = '*[_id == $id][0].address'
    await expect.poll(() => studio.client.fetch<unknown>(published, { id }), { timeout: 15_000 }).not.toBe(null)
    const address = textOf(await studio.client.fetch<unknown>(published, { id })) ?? ''
    const built = (await studio.build()).get(address.slice(1))?.toString('utf8') ?? ''
    const article = await page.evaluate(
      (html) => new DOMParser().parseFromString(html, 'text/html').querySelector('article')?.outerHTML,
      built,
    )
    expect(before).toBe(article)
    expect(differenceOf(text, built)).toBe(undefined)
  })
})

it('redraws while one types, without losing its place', async () => {
  const { page } = editor
  await editor.open('article-qushou-kaizha')
  await page.getByRole('tab', { name: '预览' }).first().click()
  await page.locator(PREVIEW).contentFrame().getByRole('heading', { level: 1 }).waitFor()
  await inPage((page) => page.documentElement.scrollTo(0, 300))
  await studio.client.createOrReplace({
    ...(await studio.client.getDocument('article-qushou-kaizha')),
    _id: 'drafts.article-qushou-kaizha',
    _type: 'article',
    title: '渠首改了标题',
  })
  await expect.poll(drawn).toContain('<h1>渠首改了标题</h1>')
  expect(await inPage((page) => page.documentElement.scrollTop)).toBe(300)
  await expect
    .poll(() => inPage((page) => [...page.images].map(({ naturalWidth }) => naturalWidth > 0)))
    .toEqual([true])
})

it('leaves nothing in the console', () => {
  expect(editor.heard).toEqual([])
})

describe('a copied web page', () => {
  const id = '0a51e000-web'

  it.each(['copied', 'source'])('%s is read with its people, without what stands around it', async (way) => {
    const { page } = editor
    await page.goto(`${studio.url}/studio/intent/create/template=article;type=article;id=${id}-${way}/`)
    await page.getByRole('button', { name: '粘贴原文' }).click()
    const dialog = page.getByRole('dialog', { name: '粘贴原文' })
    const box = dialog.getByRole('textbox')
    const markup = fillSkin('people-2016')
    if (way === 'source') await box.fill(markup)
    else {
      await box.focus()
      await page.evaluate((html) => {
        const data = new DataTransfer()
        data.setData('text/html', html)
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
      }, markup)
      await box.fill('整页复制的文字')
    }
    await dialog.locator('dd').getByText('把渠修到田头 让水走到家门').waitFor()
    await dialog.locator('dd').getByText('责编：韩岭、古兰·阿依登').waitFor()
    expect(await dialog.locator('dd').getByText('客户端下载').count()).toBe(0)
    await editor.shot(`original-${way}-page`)
  })
})
