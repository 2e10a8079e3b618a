/** `zebian import` and `read` of everything that a page can be kept in: folders, archives, several pages, standard input. */
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { WARCRecord, WARCSerializer } from 'warcio'
import { describe, expect, it } from 'vitest'
import { openDoor } from '../../src/client.ts'
import { ROOT } from '../site/zebian.ts'
import { ask, located, newPaper, URL_OF } from './papers.ts'
import { fillSkin } from './skins.ts'

/** Page so many of three. */
const pageOf = (number: number): string =>
  located(
    fillSkin('people-2016')
      .replace(
        '<div class="zdfy clearfix"></div>',
        '<div class="zdfy clearfix">【1】<a href="2">【2】</a><a href="3">【3】</a> <a href="2">下一页</a></div>',
      )
      .replaceAll('清晨', `第${number}页清晨`),
    URL_OF.replace('.html', number === 1 ? '.html' : `-${number}.html`),
  )

/** A part of an MHTML file. */
const part = (type: string, location: string, bytes: Buffer): string[] => [
  '------b',
  `Content-Type: ${type}`,
  'Content-Transfer-Encoding: base64',
  `Content-Location: ${location}`,
  '',
  bytes.toString('base64').replaceAll(/.{76}/gu, '$&\r\n'),
]

describe('zebian import', () => {
  it('files pages of a folder with the pictures that lie beside them, and says which do not', async () => {
    const paper = await newPaper()
    const folder = join(paper.folder, 'saved')
    await mkdir(join(folder, 'a_files'), { recursive: true })
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#246' } })
      .jpeg()
      .toFile(join(folder, 'a_files/a.jpg'))
    await writeFile(join(folder, 'a.html'), fillSkin('people-2016').replace('src="a.jpg"', 'src="a_files/a.jpg"'))
    await writeFile(join(folder, 'b.html'), located(fillSkin('sina-2016'), 'https://hefeng.example/b'))
    const { out } = await paper.done(['import', folder])
    expect(out).toContain('2 read, 0 refused')
    expect(out).toContain('禾风日报　2 篇')
    const [a] = await ask<{ pictures: unknown }>(paper, '*[_type == "article" && count(pictures) > 0]{ pictures }')
    expect(a?.pictures).toMatchObject([
      {
        caption: '渠首的闸门。石砚摄',
        alt: '渠首的闸门。石砚摄',
        position: 0,
        image: { asset: { _ref: expect.stringMatching(/^image-.*-60x40-jpg$/u) } },
      },
    ])
    const [lost] = await ask<string[]>(paper, '*[_type == "article" && !defined(pictures)].provenance.normalisations')
    expect(lost).toContain('图片未随页面保存：https://hefeng.example/a.jpg（说明：渠首的闸门）')
    expect((await ask<string>(paper, '*[_type == "article"].address')).toSorted()).toEqual([
      expect.stringMatching(/^\/2011\/0117\/article-/u),
      '/b.html',
    ])
  })

  it('reads web archives and saved pages, with where and when they were fetched', async () => {
    const paper = await newPaper()
    const markup = fillSkin('people-2021')
    const record = WARCRecord.create(
      {
        url: URL_OF,
        date: '2020-07-02T03:10:00Z',
        type: 'response',
        warcVersion: 'WARC/1.1',
        statusline: 'HTTP/1.1 200 OK',
        httpHeaders: { 'Content-Type': 'text/html' },
      },
      [Buffer.from(markup)],
    )
    await writeFile(join(paper.folder, 'a.warc.gz'), await WARCSerializer.serialize(record, { gzip: true }))
    const mhtml = [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${URL_OF.replace('c1-34128562', 'c1-34128563')}`,
      'Date: Thu, 2 Jul 2020 03:10:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(markup.replace('让水走到家门', '让水走到田头')).toString('base64'),
      '--b--',
      '',
    ].join('\r\n')
    await writeFile(join(paper.folder, 'b.mhtml'), mhtml)
    await paper.done(['import', join(paper.folder, '*.{warc.gz,mhtml}')])
    const articles = await ask(
      paper,
      '*[_type == "article"] | order(address){ address, originalUrl, "at": provenance.capturedAt }',
    )
    expect(articles).toEqual([
      { address: '/n2/2011/0117/c1-34128562.html', originalUrl: URL_OF, at: '2020-07-02T03:10:00Z' },
      {
        address: '/n2/2011/0117/c1-34128563.html',
        originalUrl: URL_OF.replace('c1-34128562', 'c1-34128563'),
        at: '2020-07-02T03:10:00.000Z',
      },
    ])
  })

  it('files the pictures that lie in a saved page’s own file', async () => {
    const paper = await newPaper()
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#246' } })
      .jpeg()
      .toBuffer()
    const at = new URL('a.jpg', URL_OF).href
    const mhtml = [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${URL_OF}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----b"',
      '',
      ...part('text/html', URL_OF, Buffer.from(fillSkin('people-2016'))),
      ...part('text/css', 'cid:css-1@mhtml.blink', Buffer.from('p{}')),
      ...part('image/jpeg', at, picture),
      '------b--',
      '',
    ].join('\r\n')
    await writeFile(join(paper.folder, 'a.mhtml'), mhtml)
    await paper.done(['import', join(paper.folder, 'a.mhtml')])
    const [page] = await ask<{ pictures: unknown; lost: unknown }>(
      paper,
      '*[_type == "article"]{ pictures, "lost": provenance.normalisations }',
    )
    expect(page?.pictures).toMatchObject([
      { caption: '渠首的闸门。石砚摄', image: { asset: { _ref: expect.stringMatching(/^image-.*-60x40-jpg$/u) } } },
    ])
    expect(JSON.stringify(page?.lost)).not.toContain('a.jpg')
  })

  it('puts a page into our channel of the name that its path ends with, once there is one', async () => {
    const paper = await newPaper()
    await writeFile(join(paper.folder, 'a.html'), fillSkin('people-2016'))
    await paper.done(['import', join(paper.folder, 'a.html')])
    const article = '*[_type == "article"]{ "channel": channel._ref, "path": provenance.normalisations }'
    expect(await ask(paper, article)).toMatchObject([
      { channel: null, path: expect.arrayContaining(['原页面频道：禾风网 >> 要闻']) },
    ])
    const door = openDoor(paper.settings)
    await door.client.create({ _id: 'channel-a', _type: 'channel', name: '要闻', path: 'yaowen' })
    door.close()
    await paper.done(['import', join(paper.folder, 'a.html')])
    expect(await ask(paper, article)).toMatchObject([{ channel: 'channel-a' }])
    expect(await ask(paper, '*[_type == "channel"]._id')).toEqual(['channel-a'])
  })

  it('joins an article’s pages in their order, and names one that is missing', async () => {
    const paper = await newPaper()
    for (const number of [3, 1]) await writeFile(join(paper.folder, `p-${number}.html`), pageOf(number))
    const { out } = await paper.done(['read', join(paper.folder, 'p-3.html'), join(paper.folder, 'p-1.html'), '--json'])
    const page: unknown = JSON.parse(out)
    expect(page).toMatchObject({ url: URL_OF, problems: ['全文共 3 页，缺第 2 页。'] })
    expect(JSON.stringify(page)).toMatch(/第1页清晨.*第3页清晨/u)
  })

  it('reads standard input, and restores the marks of a normalised text only when asked', async () => {
    const paper = await newPaper()
    const text = '把渠修到田头,不急\n\n2024年06月02日08:30  来源:禾风日报\n\n渠水来了,走得很慢:但是来了。'
    const child = spawn(process.execPath, ['tools/zebian.mjs', 'read', '-', '--json', '--restore-punctuation'], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], LAKE_FILE: paper.settings.lake.file },
    })
    child.stdin.end(text)
    const out = Buffer.concat(await child.stdout.toArray()).toString('utf8')
    expect(JSON.parse(out)).toMatchObject({
      file: 'stdin',
      title: '把渠修到田头，不急',
      sections: [{ paragraphs: ['渠水来了，走得很慢：但是来了。'] }],
      provenance: { normalisations: ['恢复全角标点 3 处'] },
      lines: [{ text: '2024年06月02日08:30  来源:禾风日报' }],
    })
  })
})
