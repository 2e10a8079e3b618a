/**
 * One served lake with a token, an allowed Studio and a configured name, and the headers that its callers send.
 *
 *   await askRaw(port, 'POST', MUTATE, { host: HOST, ...JSON_TYPE, ...TOKEN }, body)   a program
 *   await askRaw(port, 'POST', MUTATE, { host: HOST, ...JSON_TYPE, ...FOREIGN }, body)  a foreign page
 *   await kept()                                                                        →  ['kept'] while nothing was changed
 */
import { afterAll, beforeAll } from 'vitest'
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'
import { askRaw } from './ask-raw.ts'
import { configure } from './connect.ts'

export type Line = readonly [name: string, status: number, headers: Record<string, string>]

export const STUDIO = 'https://studio.example'
const lake = openLake({ file: ':memory:' })
const served = await serveLake(lake, { port: 0, token: 's3cret', origins: [STUDIO], hosts: ['lake.example'] })
export const port = Number(new URL(served.url).port)
export const inside = configure({
  resolveFetch: () => (url, init) => lake.fetch(new Request(url, init)),
  perspective: 'raw',
  token: 'x',
})

export const HOST = `localhost:${port}`
export const OWN = `http://localhost:${port}`
export const JSON_TYPE = { 'content-type': 'application/json' }
export const TOKEN = { authorization: 'Bearer s3cret' }
const signedIn = await askRaw(port, 'GET', '/sign-in?token=s3cret', { host: HOST })
export const COOKIE = { cookie: signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
export const SAME = { 'sec-fetch-site': 'same-origin' }
export const FOREIGN = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
export const OPENED = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

export const MUTATE = '/v2025-02-19/data/mutate/production'
export const ACTION = '/v2025-02-19/data/actions/production'
export const UPLOAD = '/v2025-02-19/assets/files/production?filename=a.txt'
export const QUERY = '/v2025-02-19/data/query/production?query=*'
export const LISTEN = '/v2025-02-19/data/listen/production?query=*'
export const PICTURE = '/images/zebian/production/none-1x1.png'

beforeAll(async () => {
  await inside.create({ _id: 'kept', _type: 'article' })
})
afterAll(async () => {
  await served.close()
  lake.close()
})

export function kept(): Promise<string[]> {
  return inside.fetch('*._id')
}
