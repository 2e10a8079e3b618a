/** An article's versions are its own pages to whoever publishes: they go with it, stay with it, and name it when they are unfit. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Version } from '../../src/content/versions.ts'
import { openDoor } from '../../src/client.ts'
import { formatVersions, versionsFolder } from '../../src/store/versions.ts'
import { openPaper, readFolder } from '../site/zebian.ts'

const paper = await openPaper()
const ARTICLE = {
  _id: 'article-gaozi',
  _type: 'article',
  title: '改了又改的稿子',
  address: '/2024/0602/gaozi.html',
  publishedAt: '2024-06-02T00:30:00Z',
  sections: [{ _key: 'a', _type: 'section', body: '渠水来了。' }],
  attributions: [{ _key: 'a', _type: 'attribution', role: 'editor', name: '韩岭' }],
}
const FORM = /gaozi\.(?:versions|timemap|\d{14})\./u

/** More than there may be lists that go by themselves. */
const versions = Array.from({ length: 30 }, (_, day): Version => ({
  revision: `r${day}`,
  at: new Date(Date.UTC(2024, 5, day + 1)).toISOString(),
  blocks: [{ kind: 'line', text: `从前的第${day}稿` }],
}))

async function put(fields: object): Promise<void> {
  const door = openDoor(paper.settings)
  await door.client.createOrReplace(Object.assign({ _type: 'article' }, ARTICLE, fields))
  door.close()
}

const formsIn = async (folder: string): Promise<string[]> =>
  [...(await readFolder(folder)).keys()].filter((path) => FORM.test(path))

beforeAll(async () => {
  await paper.done(['sample'])
  const folder = versionsFolder(paper.settings.store.file)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${ARTICLE._id}.json`), formatVersions(versions))
  await put({})
  await paper.done(['build'])
})
afterAll(() => paper.close())

describe('an article with thirty versions', () => {
  it('keeps them when its newest revision cannot be printed, and is named', async () => {
    const before = await formsIn(paper.site)
    expect(before.length).toBeGreaterThan(30)
    await put({ publishedAt: 'never' })
    const { code, err } = await paper.run(['publish'])
    expect([code, await formsIn(paper.site)]).toEqual([3, before])
    expect(err).toContain(ARTICLE.title)
  })

  it('takes them all with it when it is withdrawn, out of every release, and stops nothing', async () => {
    await put({ withdrawn: { date: '2024-07-09T00:00:00Z', reason: '事实有误' } })
    await paper.done(['publish'])
    const releases = await readFolder(`${paper.site}.releases`)
    const told = [...releases].filter(([path, bytes]) => FORM.test(path) || bytes.includes('从前的第'))
    expect(told.map(([path]) => path)).toEqual([])
  })
})
