/** Sanity's own Vision, unmodified, asks the embedded lake. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPress, type Press } from './press.ts'
import { openSeat, PATIENCE, type Seat } from './seat.ts'

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

test('a query with a parameter shows its result', async () => {
  const { page } = seat
  await seat.open('vision')
  const query = page.getByTestId('vision-query-editor').locator('.cm-content')
  const params = page.getByTestId('params-editor').locator('.cm-content')
  await query.fill('*[_type == "source" && name == $name][0]{ _id, home }')
  await params.fill('{ "name": "望澜晚报" }')
  const result = page.getByTestId('vision-result')
  const ask = async (): Promise<string> => {
    await page.getByRole('button', { name: '获取', exact: true }).click()
    return result.innerText()
  }
  // Vision reads the parameters a moment after they were typed; until then it asks without them.
  await expect.poll(ask, { ...PATIENCE, interval: 500 }).toContain('source-wanglan-wanbao')
  await seat.shot('vision')
  expect(await result.innerText()).toContain('https://wanglan-wanbao.example/')
  expect(await result.innerText()).not.toContain('source-hefeng-ribao')
  expect(seat.heard.filter((line) => !line.includes('status of 400 (Bad Request)'))).toEqual([])
})
