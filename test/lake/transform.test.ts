import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { connect, connectOverPort } from './connect.ts'

/** Left half red, right half blue: a cut shows in the colour. */
async function picture(format: 'jpeg' | 'png' | 'gif' = 'png'): Promise<Buffer> {
  const half = { width: 200, height: 200, channels: 3 } as const
  const blue = await sharp({ create: { ...half, background: { r: 0, g: 0, b: 255 } } })
    .png()
    .toBuffer()
  return sharp({ create: { ...half, width: 400, background: { r: 255, g: 0, b: 0 } } })
    .composite([{ input: blue, left: 200, top: 0 }])
    .toFormat(format)
    .toBuffer()
}

async function uploaded(format: 'jpeg' | 'png' | 'gif' = 'png') {
  const { client, ask } = await connect()
  const { path } = await client.assets.upload('image', await picture(format))
  const get = (query: string, headers: Record<string, string> = {}) => ask(`/${path}?${query}`, { headers })
  const look = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await get(query, headers)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const { width, height, format } = await sharp(bytes).metadata()
    return { type: answer.headers.get('content-type'), width, height, format, bytes }
  }
  return { get, look }
}

describe('a form of a picture', () => {
  test.each([
    ['w=100', 100, 50],
    ['h=100', 200, 100],
    ['w=100&dpr=2', 200, 100],
    ['w=100&h=100', 100, 50],
    ['w=100&h=100&fit=clip', 100, 50],
    ['w=100&h=100&fit=crop', 100, 100],
    ['w=100&h=100&fit=scale', 100, 100],
    ['w=100&h=100&fit=fill', 100, 100],
    ['w=800&fit=max', 400, 200],
    ['w=800', 800, 400],
    ['rect=200,0,100,200', 100, 200],
    ['rect=300,0,999,999', 100, 200],
    ['rect=200,0,200,200&w=50&h=50&fit=crop', 50, 50],
    ['q=50', 400, 200],
  ])('?%s is %i by %i', async (query, width, height) => {
    const { look } = await uploaded()
    expect(await look(query)).toMatchObject({ width, height, type: 'image/png' })
  })

  test('is cut where it was asked for', async () => {
    const { look } = await uploaded()
    const { bytes } = await look('rect=200,0,200,200&w=1')
    expect([...(await sharp(bytes).raw().toBuffer())].slice(0, 3)).toEqual([0, 0, 255])
  })

  test.each([
    ['fm=webp', {}, 'image/webp'],
    ['fm=jpg', {}, 'image/jpeg'],
    ['w=10&auto=format', { accept: 'image/avif,image/webp,*/*' }, 'image/webp'],
    ['w=10&auto=format', { accept: 'image/png,*/*' }, 'image/png'],
    ['w=10', { accept: 'image/webp' }, 'image/png'],
  ])('?%s for %j is %s', async (query, headers, type) => {
    const { look, get } = await uploaded()
    expect(await look(query, headers)).toMatchObject({ type })
    expect((await get(query, headers)).headers.get('vary')).toBe(query.includes('auto') ? 'accept' : null)
  })

  test('has an etag of its own', async () => {
    const { get } = await uploaded()
    const tags = await Promise.all(['', 'w=10', 'w=20'].map(async (query) => (await get(query)).headers.get('etag')))
    expect(new Set(tags).size).toBe(3)
    expect((await get('w=20', { 'if-none-match': tags[2] ?? '' })).status).toBe(304)
  })

  test.each([
    'w=0',
    'w=-1',
    'w=9000',
    'w=x',
    'w=',
    'h=1e9',
    'dpr=9',
    'q=101',
    'rect=1,2,3',
    'rect=0,0,0,0',
    'rect=a,b,c,d',
  ])('?%s is refused', async (query) => {
    const { get } = await uploaded()
    expect((await get(query)).status).toBe(400)
  })

  test('is never larger than the bound, whatever the screen', async () => {
    const { look } = await uploaded()
    expect(await look('w=8000&h=10&dpr=3&fit=scale')).toMatchObject({ width: 8000, height: 30 })
  })

  test('of a moving picture or a drawing is the picture itself', async () => {
    const { look } = await uploaded('gif')
    expect(await look('w=10')).toMatchObject({ type: 'image/gif', width: 400 })
    const { client, ask } = await connectOverPort()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    const { path } = await client.assets.upload('image', Buffer.from(svg), { filename: 'a.svg' })
    const answer = await ask(`/${path}?w=3&fm=png`)
    expect(await answer.text()).toBe(svg)
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  test('asked for a hundred times at once is made once', async () => {
    const { look } = await uploaded('jpeg')
    const began = performance.now()
    const forms = await Promise.all(Array.from({ length: 100 }, () => look('w=2000&q=90')))
    expect(new Set(forms.map(({ bytes }) => bytes.length)).size).toBe(1)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
