import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportDataset } from '@sanity/export'
import { sanityImport } from '@sanity/import'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'
import { TOKEN, configure } from './connect.ts'
import { freePort } from './free-port.ts'

async function paper() {
  const port = await freePort()
  const lake = openLake({ file: ':memory:', publicUrl: `http://localhost:${port}` })
  const served = await serveLake(lake, { port, token: TOKEN })
  onTestFinished(async () => {
    await served.close()
    lake.close()
  })
  return configure({ apiHost: served.url, useProjectHostname: false, perspective: 'raw' })
}

/** Everything but the marks of the lake it lies in; an asset is made anew where it arrives. */
const ALL =
  '*[] | order(_id) {..., "_rev": 0, "_updatedAt": 0, "url": 0, "uploadId": 0, "_createdAt": select(_type match "sanity.*" => 0, _createdAt)}'

test('what @sanity/export takes out, @sanity/import brings in: documents, drafts, references, pictures and files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-transfer-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [from, to] = [await paper(), await paper()]
  const red = { create: { width: 40, height: 20, channels: 3, background: 'red' } } as const
  const image = await from.assets.upload('image', await sharp(red).png().toBuffer(), { filename: '现场.png' })
  const file = await from.assets.upload('file', Buffer.from('第一版'), { filename: '第一版.txt' })
  await from
    .transaction()
    .create({ _id: 'jia', _type: 'profile', name: '古兰再木·阿依登', see: { ...refer('a'), _weak: true } })
    .create({
      _id: 'a',
      _type: 'article',
      title: '“责编”𠮷',
      by: [{ _key: 'k', ...refer('jia') }],
      cover: { _type: 'image', asset: refer(image._id) },
      page: { _type: 'file', asset: refer(file._id) },
      _createdAt: '2020-07-02T08:00:00Z',
    })
    .create({ _id: 'drafts.a', _type: 'article', title: '稿' })
    .commit()
  const outputPath = join(folder, 'out.tar.gz')
  const { documentCount, assetCount } = await exportDataset({
    client: from,
    dataset: 'production',
    outputPath,
    assets: true,
    drafts: true,
    compress: true,
  })
  expect([documentCount, assetCount]).toEqual([3, 2])
  const { numDocs, warnings } = await sanityImport(createReadStream(outputPath), { client: to, operation: 'create' })
  expect([numDocs, warnings]).toEqual([3, []])
  expect(await to.fetch(ALL)).toEqual(await from.fetch(ALL))
  const urls = await to.fetch<string[]>('*[defined(url)].url')
  expect(urls).toHaveLength(2)
  for (const url of urls) expect((await fetch(url)).status).toBe(200)
})

function refer(_ref: string): { _type: string; _ref: string } {
  return { _type: 'reference', _ref }
}
