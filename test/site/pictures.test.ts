/** Pictures on the built site: each offered in fewer bytes, in forms that are there, and made once. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDoor } from '../../src/client.ts'
import { picturesBeside } from '../../src/store/pictures.ts'
import { attribute, elementsOf, type Element } from './dom.ts'
import { openPaper, readFolder } from './zebian.ts'

const paper = await openPaper()
let files = new Map<string, Buffer>()
let path = ''

/** As a camera would give it: no two pixels alike. */
const photograph = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#4a6a3a', noise: { type: 'gaussian', mean: 90, sigma: 20 } },
  })
    .jpeg({ quality: 90 })
    .toBuffer()

/** A PNG of one picture that says, after its header of 33 bytes, that it has two. */
async function moving(): Promise<Buffer> {
  const still = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#4a6a3a' } })
    .png()
    .toBuffer()
  const chunk = Buffer.concat([Buffer.from('acTL'), Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(chunk))
  return Buffer.concat([still.subarray(0, 33), Buffer.from([0, 0, 0, 8]), chunk, sum, still.subarray(33)])
}

beforeAll(async () => {
  await paper.done(['sample'])
  const door = openDoor(paper.settings)
  const { _id } = await door.client.assets.upload('image', await photograph(1500, 1000))
  const [article] = await door.client.fetch<{ _id: string; address: string }[]>(
    '*[_type == "article" && count(pictures) > 0 && !defined(withdrawn)] | order(_id) [0...1]{ _id, address }',
  )
  path = article?.address.slice(1) ?? ''
  const image = { _type: 'image', asset: { _type: 'reference', _ref: _id } }
  const photo = { _type: 'picture', _key: 'photo', image, alt: '渠边的草地', position: 0 }
  await door.client
    .patch(article?._id ?? '')
    .insert('after', 'pictures[-1]', [photo])
    .commit()
  door.close()
  await paper.done(['build'])
  files = await readFolder(paper.site)
})
afterAll(() => paper.close())

const shown = (): Element[] => elementsOf(files.get(path)?.toString() ?? '')
const addressesOf = (one: Element): string[] =>
  (attribute(one, 'srcset') ?? '').split(',').map((candidate) => candidate.split(' ')[0]?.slice(1) ?? '')

describe('the front page', () => {
  it('shows the newest article’s picture that there is, in its forms, as the way to that article', () => {
    const front = files.get('index.html')?.toString() ?? ''
    const ways = elementsOf(front).filter((one) => attribute(one, 'class') === 'shown')
    expect(ways.map((one) => attribute(one, 'href'))).toEqual(['/n2/2025/0926/c1003-200005.html'])
    const pictures = (page: string): (string | undefined)[] =>
      elementsOf(files.get(page)?.toString() ?? '').flatMap((one) =>
        one.tagName === 'img' ? [attribute(one, 'src')] : [],
      )
    expect(pictures('index.html')).toEqual(pictures('n2/2025/0926/c1003-200005.html').slice(0, 1))
    expect(elementsOf(front).filter(({ tagName }) => tagName === 'source').length).toBeGreaterThan(0)
  })
})

describe('a picture of the site', () => {
  it('is offered as AVIF and WebP in two widths when it is a photograph, each of its type and width', async () => {
    const sources = shown().filter(({ tagName }) => tagName === 'source')
    const photo = sources.filter((one) => addressesOf(one).length === 2)
    expect(photo.map((one) => attribute(one, 'type'))).toEqual(['image/avif', 'image/webp'])
    const found = photo.flatMap(addressesOf).map(async (address) => {
      const { format, compression, width = 0, height = 0 } = await sharp(files.get(address)).metadata()
      return `${compression === 'av1' ? 'avif' : format} ${width} × ${height}`
    })
    expect(await Promise.all(found)).toEqual(['avif 680 × 453', 'avif 1360 × 907', 'webp 680 × 453', 'webp 1360 × 907'])
  })

  it('is offered as lossless WebP when it is a drawing in few colours: the same pixels', async () => {
    const drawings = [...files.keys()].filter((name) => /^pictures\/.*\.png$/u.test(name))
    expect(drawings.length).toBeGreaterThan(5)
    for (const name of drawings) {
      const width = /-(\d+)x\d+\.png$/u.exec(name)?.[1]
      const [png, webp] = [files.get(name), files.get(name.replace(/\.png$/u, `-${width}.webp`))]
      const pixels = [png, webp].map((bytes) => sharp(bytes).removeAlpha().raw().toBuffer())
      expect((await pixels[0])?.equals((await pixels[1]) ?? Buffer.of())).toBe(true)
    }
  })

  it('never costs more bytes than the original, which older browsers get', () => {
    const forms = [...files].filter(([name]) => /^pictures\/.*-\d+\.(?:avif|webp)$/u.test(name))
    const larger = forms.filter(([name, bytes]) => {
      const stem = name.replace(/-\d+\.\w+$/u, '')
      return bytes.length >= (files.get(`${stem}.png`) ?? files.get(`${stem}.jpg`) ?? Buffer.of()).length
    })
    expect(forms.length).toBeGreaterThan(10)
    expect(larger.map(([name]) => name)).toEqual([])
  })

  it('has its room and colour before it comes; the first comes at once, the next when it is near', async () => {
    const [first, second] = shown().filter(({ tagName }) => tagName === 'img')
    const said = [first, second].map((one) =>
      ['width', 'height', 'data-c', 'fetchpriority', 'loading', 'decoding'].map((name) => one && attribute(one, name)),
    )
    const colour = expect.stringMatching(/^#[\da-f]{6}$/u)
    expect(said[0]).toEqual(['1500', '1000', colour, 'high', undefined, undefined])
    expect(said[1]).toEqual(['960', '640', colour, undefined, 'lazy', 'async'])
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
    expect((await validator.validateString(files.get(path)?.toString() ?? '')).results).toEqual([])
  })

  it('is made once: a build from nothing else than the store’s pictures makes none again', async () => {
    const kept = [...files.keys()].filter((name) => name.startsWith('pictures/')).map((name) => name.slice(9))
    const times = (): number[] =>
      kept.map((name) => statSync(join(`${paper.settings.store.file}.pictures`, name)).mtimeMs)
    const before = times()
    const other = join(paper.folder, 'other')
    await paper.done(['build'], { SITE_FOLDER: other })
    expect(times()).toEqual(before)
    expect((await readFolder(other)).get(path)).toEqual(files.get(path))
  })
})

describe('a picture of which no form can be made', () => {
  const form = { format: 'webp', width: 200 } as const
  const asset = {
    _id: 'image-aa-200x200-png',
    path: 'a',
    sha1hash: 'aa',
    size: 90_000,
    width: 200,
    height: 200,
    colour: null,
  }

  it.each([
    ['that can’t be read', async () => Buffer.from('not a picture')],
    ['that moves', moving],
  ])('is published as it is and named: one %s', async (name, bytesOf) => {
    const lines = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => lines.mockRestore())
    const bytes = await bytesOf()
    const address = '/pictures/aa-200x200-200.webp'
    const pictures = picturesBeside(join(paper.folder, name))
    const file = await pictures.file({ address, asset, form }, { picture: async () => bytes })
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(lines.mock.calls.flat().join('\n')).toContain(`图片 ${address} 不能另制，照原图发布`)
  })
})
