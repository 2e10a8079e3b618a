/**
 * An article written by hand, as an editor fills the form from top to bottom.
 *
 *   await writeHead(page, { kicker, title, day: '2026年05月01日 09:00', source: '禾风日报' })
 *   await addSection(page, { heading, body })
 *   await addPicture(page, { file: 'sanity/sample/qushou.png', alt, caption, credit, position: 0 })
 *   await typeCredits(page, '（记者 甲 乙）')
 */
import type { Locator, Page } from 'playwright-core'

export interface Head {
  kicker: string
  title: string
  day: string
  source: string
}

export interface SectionText {
  heading: string
  body: string
}

export interface PictureText {
  file: string
  alt: string
  caption: string
  credit: string
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).first().click()
const box = (page: Page, field: string): Locator => page.getByTestId(`field-${field}`).getByRole('textbox').first()
/** A field of the member that stands open in a window of its own. */
const inside = (page: Page, name: string): Locator =>
  page.getByRole('dialog').locator(`[data-testid$=".${name}"][data-testid^="field-"]`).getByRole('textbox').first()

export async function writeHead(page: Page, { kicker, title, day, source }: Head): Promise<void> {
  await tab(page, '题')
  await box(page, 'kicker').fill(kicker)
  await box(page, 'title').fill(title)
  await tab(page, '日期来源')
  await box(page, 'publishedAt').fill(day)
  await box(page, 'publishedAt').press('Enter')
  await page.locator('#source').fill(source.slice(0, 3))
  await page.locator('#source-listbox').getByText(source, { exact: true }).click()
  await page.getByRole('button', { name: '生成' }).click()
  await page.getByText('地址可用').waitFor()
  await page.getByTestId('field-address').getByTestId('input-validation-icon-error').waitFor({ state: 'detached' })
}

export async function addSection(page: Page, { heading, body }: SectionText): Promise<void> {
  await tab(page, '正文')
  await page.getByTestId('field-sections').getByRole('button', { name: '添加项' }).click()
  await inside(page, 'heading').fill(heading)
  await inside(page, 'body').fill(body)
}

export async function addPicture(page: Page, { file, alt, caption, credit }: PictureText): Promise<void> {
  await tab(page, '正文')
  await page.getByTestId('field-pictures').getByRole('button', { name: '添加项' }).click()
  await page.getByRole('dialog').locator('input[type="file"]').setInputFiles(file)
  await inside(page, 'alt').fill(alt)
  await inside(page, 'caption').fill(caption)
  await inside(page, 'credit').fill(credit)
  await page.getByRole('dialog').locator('img').first().waitFor()
}

export async function closeWindow(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Printed lines as they stand in a paper; the box reads them, and 填入 puts them among the credits. */
export async function typeCredits(page: Page, lines: string): Promise<void> {
  await tab(page, '署名')
  await page.getByLabel('署名行').pressSequentially(lines)
}
