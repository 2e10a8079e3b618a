/** The store follows the lake: all of it the first time, then what differs; a bad document is named and stops no other. */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Source } from '../../src/store/ask.ts'
import { catalogueIn } from '../../src/store/catalogue.ts'
import type { Store } from '../../src/store/store.ts'
import { Table } from '../../src/publish/release/table.ts'
import type { Released } from '../../src/store/waiting.ts'
import { ARTICLES, FIRST, openPaper, SECOND, THIRD, type Raw } from './paper.ts'

/** What a release would say that is made from the store as it is. */
function releasedFrom(store: Store): Released {
  const { documents, pages } = store.account()
  const shown = new Set(Object.values(pages))
  return { documents: Table.of(Object.entries(documents)), shows: (id) => shown.has(id) }
}

const addressesOf = (pages: ReturnType<Store['pages']>): string[] =>
  pages === 'all' ? ['all'] : pages.map(({ address }) => address)

describe('a store', () => {
  test('is filled from an export, and then follows by revision: changes, new ones, deletions', async () => {
    const { door, store } = await openPaper()
    expect(await store.sync(door)).toEqual({ whole: true, changed: [], refused: [] })
    expect(catalogueIn(store.db).now().count('all', '')).toBe(12)
    expect(await store.sync(door)).toEqual({ whole: false, changed: [], refused: [] })
    await door.client.patch(SECOND).set({ title: '改过的题' }).commit()
    await door.client.create<Raw>({
      ...ARTICLES[0],
      _id: 'article-new',
      _type: 'article',
      address: '/2016/0101/new.html',
    })
    const last = ARTICLES.at(-1)?._id ?? ''
    await door.client.delete(last)
    const { changed } = await store.sync(door)
    expect(changed.toSorted()).toEqual([SECOND, 'article-new', last].toSorted())
    const catalogue = catalogueIn(store.db).now()
    expect(catalogue.head(SECOND)?.title).toBe('改过的题')
    expect([catalogue.count('all', ''), catalogue.article(last), catalogue.article('article-new')?.title]).toEqual([
      12,
      undefined,
      ARTICLES[0]?.title,
    ])
  })

  test('knows until a release has it what changed, and the pages that the change can alter', async () => {
    const { door, store, open } = await openPaper()
    await store.sync(door)
    const released = releasedFrom(store)
    expect([store.settle(released), store.pages()]).toEqual([true, []])
    for (const title of ['一', '二']) {
      await door.client.patch(FIRST).set({ title }).commit()
      await store.sync(door)
    }
    expect(addressesOf(store.pages())).toEqual(
      expect.arrayContaining([ARTICLES[0]?.address, '/index.html', '/days/2016/0101.html']),
    )
    expect([store.settle(released), addressesOf(store.pages()).length > 5]).toEqual([true, true])
    store.close()
    const again = open()
    expect([again.settle(releasedFrom(again)), again.pages()]).toEqual([true, []])
  })

  test('does not trust what waits when a release was made from anything else', async () => {
    const { door, store } = await openPaper()
    await store.sync(door)
    const released = releasedFrom(store)
    const older = Table.of(Object.entries(store.account().documents)).with([[SECOND, ['older', '']]])
    for (const documents of [
      older.with([[SECOND, undefined]]),
      older,
      older.with([
        [SECOND, undefined],
        ['article-more', ['x', '']],
      ]),
    ])
      expect(store.settle({ ...released, documents })).toBe(false)
    await door.client.patch(SECOND).set({ title: '二' }).commit()
    await store.sync(door)
    expect(store.settle(released)).toBe(true)
    expect(store.settle({ ...released, documents: older })).toBe(false)
  })

  test('looks at named documents alone when a webhook names them', async () => {
    const { door, store } = await openPaper()
    await store.sync(door)
    await door.client.patch(FIRST).set({ title: '一' }).commit()
    await door.client.patch(SECOND).set({ title: '二' }).commit()
    const asked: string[] = []
    const listening: Source = { ...door, ask: (query, params) => (asked.push(query), door.ask(query, params)) }
    expect((await store.sync(listening, { ids: [FIRST, 'article-none'] })).changed).toEqual([FIRST])
    expect(asked).toEqual(['*[_id in $ids]'])
    expect((await store.sync(door)).changed).toEqual([SECOND])
  })

  test('takes nothing of drafts', async () => {
    const { door, store } = await openPaper()
    await door.client.create<Raw>({ ...ARTICLES[0], _id: `drafts.${FIRST}`, _type: 'article', title: '草稿' })
    await store.sync(door)
    expect(catalogueIn(store.db).now().count('all', '')).toBe(12)
    await door.client.patch(`drafts.${FIRST}`).set({ title: '草稿二' }).commit()
    expect((await store.sync(door)).changed).toEqual([])
  })

  test('refuses a bad document by name and keeps its last good revision, until it is mended', async () => {
    const { door, store } = await openPaper()
    await store.sync(door)
    await door.client.patch(FIRST).set({ title: 5 }).commit()
    await door.client.patch(SECOND).set({ publishedAt: '2024-06-31' }).commit()
    const { changed, refused } = await store.sync(door)
    expect(changed).toEqual([])
    expect(refused.map(({ document, detail }) => [document, detail]).toSorted()).toEqual(
      [
        [FIRST, expect.stringContaining(`found the number 5 at title of document ${FIRST}`)],
        [SECOND, expect.stringContaining('found “2024-06-31” at publishedAt')],
      ].toSorted(),
    )
    expect(catalogueIn(store.db).now().head(FIRST)?.title).toBe(ARTICLES[0]?.title)
    expect((await store.sync(door)).refused).toEqual(refused)
    await door.client.patch(FIRST).set({ title: '好了' }).commit()
    await door.client
      .delete(SECOND)
      .catch(async () => door.client.patch(SECOND).set({ publishedAt: ARTICLES[1]?.publishedAt }).commit())
    expect((await store.sync(door)).refused).toEqual([])
    expect(catalogueIn(store.db).now().head(FIRST)?.title).toBe('好了')
  })

  test('refuses a bad document while it is filled, and says in the editors’ words what to mend', async () => {
    const { door, store } = await openPaper()
    await door.client.patch(FIRST).set({ title: 5 }).commit()
    const { refused } = await store.sync(door)
    expect(refused).toMatchObject([
      { document: FIRST, field: 'title', reason: '字段 title 里的内容不是这个字段该有的' },
    ])
    expect(catalogueIn(store.db).now().count('all', '')).toBe(11)
  })

  test('lets the older of two documents have an address, whichever came first, and the other when it is free', async () => {
    const { door, store, open } = await openPaper()
    await store.sync(door)
    const address = ARTICLES[2]?.address ?? ''
    const younger = {
      ...ARTICLES[0],
      _id: 'article-0',
      _type: 'article',
      address: address.toUpperCase().replace('HTML', 'html'),
      _createdAt: '2025-01-01T00:00:00Z',
    }
    await door.client.create<Raw>(younger)
    const { refused } = await store.sync(door)
    expect(refused.map(({ document, detail }) => [document, detail])).toEqual([
      ['article-0', expect.stringContaining(`found two: ${THIRD} and article-0`)],
    ])
    await door.client.createOrReplace<Raw>({ ...younger, _id: 'article-00', _createdAt: '1999-01-01T00:00:00Z' })
    expect((await store.sync(door)).refused.map(({ document }) => document).toSorted()).toEqual(
      ['article-0', THIRD].toSorted(),
    )
    const found = store.db.all('SELECT address, id FROM claim ORDER BY address')
    store.db.run("DELETE FROM note WHERE name = 'whole'")
    store.close()
    const again = open()
    await again.sync(door)
    expect(again.db.all('SELECT address, id FROM claim ORDER BY address')).toEqual(found)
    await door.client.delete('article-00')
    expect((await again.sync(door)).refused.map(({ document }) => document)).toEqual(['article-0'])
    expect(catalogueIn(again.db).now().head(THIRD)?.address).toBe(address)
  })

  test('files an article when its embargo ends', async () => {
    const { door, store, open } = await openPaper()
    await door.client.patch(FIRST).set({ embargo: '2024-06-02T01:00:00Z' }).commit()
    await store.sync(door)
    expect([catalogueIn(store.db).now().article(FIRST), catalogueIn(store.db).now().count('all', '')]).toEqual([
      undefined,
      11,
    ])
    store.close()
    const later = open({ now: '2024-06-02T01:00:00Z' })
    await later.sync(door)
    expect(catalogueIn(later.db).now().count('all', '')).toBe(12)
    expect(addressesOf(later.pages())).toContain(ARTICLES[0]?.address)
  })

  test('is begun anew when it mirrored another lake or its file is damaged', async () => {
    const { door, store, open, file } = await openPaper()
    await store.sync(door)
    store.close()
    const other = open({ of: 'another' })
    expect((await other.sync(door)).whole).toBe(true)
    other.close()
    writeFileSync(
      file,
      'no database at all, but longer than a header of a hundred bytes would be, so that it is looked at by SQLite',
    )
    const mended = open({ of: 'another' })
    expect((await mended.sync(door)).whole).toBe(true)
  })
})
