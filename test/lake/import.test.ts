import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Readable } from 'node:stream'
import { sanityImport } from '@sanity/import'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'
import { configure } from './connect.ts'
import { freePort } from './free-port.ts'

async function served() {
  const folder = mkdtempSync(join(tmpdir(), 'lake-import-'))
  const port = await freePort()
  const lake = openLake({ file: join(folder, 'lake.db'), publicUrl: `http://localhost:${port}`, token: 'sk-test' })
  const server = await serveLake(lake, { port })
  onTestFinished(async () => {
    await server.close()
    lake.close()
    rmSync(folder, { recursive: true })
  })
  const picture = join(folder, '现场.png')
  writeFileSync(
    picture,
    await sharp({ create: { width: 8, height: 4, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  const client = configure({ apiHost: server.url, useProjectHostname: false })
  return { client, picture: pathToFileURL(picture).href, url: server.url }
}

/** References point forward and in a circle, as they do in a real archive. */
function lines(picture: string): string {
  return [
    {
      _id: 'a1',
      _type: 'article',
      title: '一',
      editors: [{ _type: 'reference', _ref: 'jia' }],
      see: { _type: 'reference', _ref: 'a2' },
      cover: { _type: 'image', _sanityAsset: `image@${picture}` },
    },
    {
      _id: 'a2',
      _type: 'article',
      title: '二',
      see: { _type: 'reference', _ref: 'a1' },
      paper: { _type: 'file', _sanityAsset: `file@${picture}` },
    },
    { _id: 'jia', _type: 'profile', name: '杨睿', _createdAt: '2020-07-02T08:00:00Z' },
  ]
    .map((document) => JSON.stringify(document))
    .join('\n')
}

describe('@sanity/import', () => {
  test('brings documents, references and pictures from an NDJSON into a served lake', async () => {
    const { client, picture, url } = await served()
    const { numDocs, warnings } = await sanityImport(Readable.from([lines(picture)]), { client, operation: 'create' })
    expect([numDocs, warnings]).toEqual([3, []])
    const query =
      '*[_id == "a1"][0]{title, "editor": editors[0]->name, "see": see->title, "cover": cover.asset->{url, originalFilename}}'
    const article = await client.fetch(query)
    expect(article).toMatchObject({
      title: '一',
      editor: '杨睿',
      see: '二',
      cover: { url: expect.stringMatching(`^${url}/images/zebian/production/`) },
    })
    expect((await fetch(article.cover.url)).headers.get('content-type')).toBe('image/png')
    expect(await client.fetch('*[_id == "a2"][0].paper.asset->_type')).toBe('sanity.fileAsset')
    expect(await client.fetch('*[_id == "jia"][0]._createdAt')).toBe('2020-07-02T08:00:00Z')
  })

  test('leaves strong references behind, so that nothing can be pulled from under an article', async () => {
    const { client, picture } = await served()
    await sanityImport(Readable.from([lines(picture)]), { client, operation: 'create' })
    await expect(client.delete('jia')).rejects.toMatchObject({ statusCode: 409 })
    expect(await client.fetch('count(*[count(..[_weak == true]) > 0])').catch(() => 0)).toBe(0)
  })

  test('can be run again, and uploads no picture twice', async () => {
    const { client, picture } = await served()
    const run = () => sanityImport(Readable.from([lines(picture)]), { client, operation: 'createOrReplace' })
    await run()
    const before = await client.fetch('*[_type match "sanity*"]{_id, uploadId}')
    await run()
    expect(await client.fetch('*[_type match "sanity*"]{_id, uploadId}')).toEqual(before)
    expect(await client.fetch('count(*)')).toBe(5)
  })
})
