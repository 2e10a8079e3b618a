/** Who is looked at for a link to a page that goes. */
import { describe, expect, it } from 'vitest'
import { makeRelease } from '../../src/publish/make.ts'
import { page, WANT } from './paper.ts'
import { openPaperless } from './press.ts'

const way = (to: string): string => page(`<a href="${to}">去</a>`)

/** A release without a page that one of the others leads to. */
async function without(leads: string, parts: Record<string, string>): Promise<string | undefined> {
  const { press, paper } = await openPaperless()
  paper.put('jia', '甲')
  paper.extra = {
    '/list.html': page('单'),
    '/list/a.html': page('上'),
    '/list/b.html': page('下'),
    '/x.html': page('外'),
  }
  paper.extra[leads] = way('/list/b.html')
  await makeRelease(press, WANT)
  delete paper.extra['/list/b.html']
  paper.parts = parts
  return makeRelease(press, WANT).then(
    ({ id }) => id,
    (error: unknown) => String(error),
  )
}

describe('a page that goes', () => {
  const PARTS = { '/list/b.html': '/list.html' }

  it('may be linked to from any page', async () => {
    expect(await without('/x.html', {})).toMatch(/expected \/x\.html to be fit .+\/list\/b\.html 没有着落/u)
  })

  it('and is a part of a list may be linked to from that list’s pages', async () => {
    expect(await without('/list.html', PARTS)).toMatch(/expected \/list\.html to be fit .+\/list\/b\.html 没有着落/u)
    expect(await without('/list/a.html', PARTS)).toMatch(/expected \/list\/a\.html to be fit /u)
    // What a kind of page says of itself is believed: it costs seconds to read every page of an archive.
    expect(await without('/x.html', PARTS)).toBe('000002')
  })
})
