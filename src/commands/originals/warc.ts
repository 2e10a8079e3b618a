/**
 * A web archive (WARC, or WACZ with WARCs in it) → every page of HTML that it holds, with where and when it was fetched.
 *
 *   fromWarc('a.warc.gz', 'a.warc.gz')  →  { file: 'a.warc.gz#1.html', url: 'http://…', capturedAt: '2020-07-02T03:10:00Z', sha256: '…', … }
 *
 * Records are read one after the other: an archive may be larger than memory. Of answers to a redirect, an error or a list that the
 * reader refuses, nothing is filed.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { openPromise } from 'yauzl'
import { WARCParser } from 'warcio'
import { webAddress } from '../../import/address.ts'
import type { Opened } from './open.ts'

export async function* fromWarc(path: string, file: string): AsyncGenerator<Opened> {
  yield* records(createReadStream(path), path, file)
}

export async function* fromWacz(path: string, file: string): AsyncGenerator<Opened> {
  const zip = await openPromise(path)
  try {
    for await (const entry of zip.eachEntry()) {
      if (!/\.warc(?:\.gz)?$/iu.test(entry.fileName)) continue
      yield* records(await zip.openReadStreamPromise(entry), path, `${file}#${entry.fileName.replace(/^.*\//u, '')}`)
    }
  } finally {
    zip.close()
  }
}

async function* records(stream: AsyncIterable<Uint8Array>, path: string, file: string): AsyncGenerator<Opened> {
  let number = 0
  for await (const record of WARCParser.iterRecords(stream)) {
    const { warcType, warcTargetURI, warcDate, httpHeaders } = record
    const type = httpHeaders?.headers.get('content-type') ?? ''
    const answered = httpHeaders === null || httpHeaders.statusCode === 200
    if (warcType !== 'response' || !answered || !/html/iu.test(type)) continue
    number += 1
    const bytes = await record.readFully(true)
    yield {
      bytes,
      file: `${file}#${number}.html`,
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      url: webAddress(warcTargetURI ?? undefined),
      capturedAt: warcDate ?? undefined,
    }
  }
}
