import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { WAYS, connect, connectOverPort, failure } from './connect.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><script>alert(1)</script><rect width="9" height="9"/></svg>'

function picture(format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif', alpha = 1): Promise<Buffer> {
  const background = { r: 200, g: 30, b: 30, alpha }
  return sharp({ create: { width: 40, height: 20, channels: 4, background } })
    .toFormat(format)
    .toBuffer()
}

describe.each(WAYS)('an asset %s', (_way, connect) => {
  test('of pixels becomes a document that says all there is to say', async () => {
    const { client } = await connect()
    const bytes = await picture('png', 0.5)
    const sha1 = createHash('sha1').update(bytes).digest('hex')
    const document = await client.assets.upload('image', bytes, {
      filename: '现场.png',
      title: '现场',
      creditLine: '甲摄',
    })
    const path = `images/zebian/production/${sha1}-40x20.png`
    expect(document).toMatchObject({
      _id: `image-${sha1}-40x20-png`,
      _type: 'sanity.imageAsset',
      assetId: sha1,
      extension: 'png',
      mimeType: 'image/png',
      originalFilename: '现场.png',
      title: '现场',
      creditLine: '甲摄',
      path,
      sha1hash: sha1,
      size: bytes.length,
      uploadId: expect.any(String),
      url: `http://localhost:3333/${path}`,
      metadata: {
        dimensions: { _type: 'sanity.imageDimensions', width: 40, height: 20, aspectRatio: 2 },
        hasAlpha: true,
        isOpaque: false,
        lqip: expect.stringMatching(/^data:image\/png;base64,/),
        palette: { dominant: { background: '#c81818' } },
      },
    })
    expect(await client.fetch('*[_type == "sanity.imageAsset"][0]')).toEqual(document)
  })

  test('comes back byte for byte, to be kept for a year', async () => {
    const { client, ask } = await connect()
    const bytes = await picture('jpeg')
    const { path } = await client.assets.upload('image', bytes)
    const answer = await ask(`/${path}`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-length')).toBe(String(bytes.length))
    expect(answer.headers.get('cache-control')).toContain('max-age=31536000')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBeNull()
  })

  test('is not sent again to who has it', async () => {
    const { client, ask } = await connect()
    const { path } = await client.assets.upload('image', await picture('png'))
    const etag = (await ask(`/${path}`)).headers.get('etag') ?? ''
    const again = await ask(`/${path}`, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('can be asked for by HEAD', async () => {
    const { client, ask } = await connect()
    const { path } = await client.assets.upload('file', Buffer.from('一二三'), { filename: 'a.txt' })
    const answer = await ask(`/${path}`, { method: 'HEAD' })
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '9'])
  })

  test('uploaded twice is one document, whatever its name', async () => {
    const { client } = await connect()
    const bytes = await picture('png')
    const [first, second] = await Promise.all([
      client.assets.upload('image', bytes, { filename: 'a.png' }),
      client.assets.upload('image', bytes, { filename: 'b.png' }),
    ])
    expect(second).toEqual(first)
    expect(await client.fetch('count(*)')).toBe(1)
  })
})

describe('an asset', () => {
  test.each([
    ['jpeg', 'jpg', 'image/jpeg'],
    ['png', 'png', 'image/png'],
    ['webp', 'webp', 'image/webp'],
    ['gif', 'gif', 'image/gif'],
    ['tiff', 'tif', 'image/tiff'],
    ['avif', 'avif', 'image/avif'],
  ] as const)('is known by its bytes, not by its name: %s', async (format, extension, mimeType) => {
    const { client } = await connect()
    const document = await client.assets.upload('image', await picture(format), { filename: 'a.exe' })
    expect(document).toMatchObject({ extension, mimeType, metadata: { dimensions: { width: 40, height: 20 } } })
  })

  test('photographed upright is measured upright', async () => {
    const { client } = await connect()
    const bytes = await sharp(await picture('jpeg'))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await client.assets.upload('image', bytes)).metadata.dimensions).toMatchObject({ width: 20, height: 40 })
  })

  test('that is no picture is refused as image and leaves nothing', async () => {
    const { client } = await connect()
    const error = await failure(client.assets.upload('image', Buffer.from('<html>')))
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('Invalid image')
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('of no bytes is refused', async () => {
    const { client } = await connect()
    expect((await failure(client.assets.upload('file', Buffer.alloc(0)))).statusCode).toBe(400)
  })

  test.each([
    ['image', SVG, 'a.svg', 'image/svg+xml'],
    ['file', SVG, 'a.svg', 'image/svg+xml'],
    ['file', '<script>alert(1)</script>', 'a.html', 'text/html'],
    ['file', '<script>alert(1)</script>', 'a.HTM', 'text/html'],
    ['file', '<a xmlns="http://www.w3.org/1999/xhtml"/>', 'a.xml', 'application/xml'],
    ['file', '%PDF-1.4', 'a.pdf', 'application/pdf'],
    ['file', '<script>alert(1)</script>', 'a', 'application/octet-stream'],
    ['file', '<script>alert(1)</script>', 'a.x"y', 'application/octet-stream'],
  ] as const)('that could run never does: %s %s as %s', async (kind, text, filename, mime) => {
    const { client, ask } = await connectOverPort()
    const { path } = await client.assets.upload(kind, Buffer.from(text), { filename })
    const answer = await ask(`/${path}`)
    expect(await answer.text()).toBe(text)
    expect(answer.headers.get('content-type')).toBe(mime)
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('can be saved under a Chinese name', async () => {
    const { client, ask } = await connect()
    const { path } = await client.assets.upload('file', Buffer.from('x'), { filename: 'a.pdf' })
    const answer = await ask(`/${path}?dl=${encodeURIComponent('第一版".pdf')}`)
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E7%AC%AC%E4%B8%80%E7%89%88%22.pdf",
    )
  })

  test('is gone from its address when its document is deleted', async () => {
    const { client, ask } = await connect()
    const bytes = await picture('png')
    const document = await client.assets.upload('image', bytes)
    await client.delete(document._id)
    expect((await ask(`/${document.path}`)).status).toBe(404)
    expect(await client.assets.upload('image', bytes)).toMatchObject({ _id: document._id })
    expect((await ask(`/${document.path}`)).status).toBe(200)
  })

  test('can not be deleted while an article shows it', async () => {
    const { client } = await connect()
    const { _id } = await client.assets.upload('image', await picture('png'))
    await client.create({ _type: 'article', cover: { _type: 'image', asset: { _type: 'reference', _ref: _id } } })
    expect((await failure(client.delete(_id))).statusCode).toBe(409)
  })

  test.each([
    'images/zebian/production/none.png',
    'files/zebian/production/..%2F..%2Fetc%2Fpasswd',
    'images/zebian/other/a.png',
    'images/other/production/a.png',
  ])('that is not there is a 404: %s', async (path) => {
    const { ask } = await connect()
    expect((await ask(`/${path}`)).status).toBe(404)
  })
})
