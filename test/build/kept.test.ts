/** Pages that were drawn once are written again as they are, until something that they print changes. */
import { describe, expect, test } from 'vitest'
import { printerOver } from '../../src/build/printer.ts'
import { indexFiles } from '../../src/build/search.ts'
import { placesOf } from '../../src/content/pages.ts'
import { draw } from '../../src/site/draw.ts'
import type { Store } from '../../src/store/store.ts'
import { ARTICLES, FIRST, openPaper, SECOND } from '../store/paper.ts'

const TEMPLATE = 'one'

function drawAll(store: Store, template = TEMPLATE): void {
  const printer = printerOver(store, template)
  for (const place of placesOf('article', store.catalogue)) {
    printer.print(place)
    printer.tell(place)
  }
  printer.settle()
}

const isFirst = ({ id }: { id: string }): boolean => id === FIRST

const keptIn = ({ db }: Store): number => Number(db.get('SELECT count(*) AS count FROM drawn')?.['count'])

/** Addresses whose page is kept, and those of them that are no longer what drawing gives. */
function held(store: Store): { kept: string[]; wrong: string[] } {
  const drawn = store.drawn(TEMPLATE)
  const places = placesOf('article', store.catalogue).filter(({ address }) => drawn.of(address) !== undefined)
  const isWrong = (place: (typeof places)[number]): boolean =>
    drawn.of(place.address)?.toString() !== draw(place, store.catalogue)
  const addresses = (some: typeof places): string[] => some.map(({ address }) => address)
  return { kept: addresses(places), wrong: addresses(places.filter(isWrong)) }
}

describe('a page', () => {
  test('is drawn once: what is kept comes out, in another process too', async () => {
    const { store, door, open } = await openPaper()
    await store.sync(door)
    drawAll(store)
    expect(keptIn(store)).toBe(12)
    const [place] = placesOf('article', store.catalogue)
    if (place === undefined) throw new Error('expected an article, found none')
    store.db.run("UPDATE drawn SET page = CAST('kept' AS BLOB)")
    expect(printerOver(open(), TEMPLATE).print(place)?.toString()).toBe('kept')
    expect(printerOver(open(), 'another').print(place)?.toString()).toBe(draw(place, store.catalogue))
  })

  test('of other sources goes when new ones begin to draw', async () => {
    const { store, door } = await openPaper()
    await store.sync(door)
    drawAll(store)
    store.drawn('another')
    expect(keptIn(store)).toBe(0)
  })

  test('is forgotten when its article, a person in it or a neighbour changes, and others are not', async () => {
    const { store, door } = await openPaper()
    await store.sync(door)
    drawAll(store)
    await door.client.patch(FIRST).set({ title: '改过的题' }).commit()
    await store.sync(door)
    const { kept, wrong } = held(store)
    expect(wrong).toEqual([])
    expect(kept.length).toBeGreaterThan(2)
    expect(kept.length).toBeLessThan(12)
    drawAll(store)
    const who = store.catalogue.article(SECOND)?.attributions?.[0]?.who?._ref ?? ''
    await door.client.patch(who).set({ organisation: '他处', name: '某人' }).commit()
    await store.sync(door)
    expect(held(store).wrong).toEqual([])
    expect(held(store).kept.length).toBeLessThan(12)
    drawAll(store)
    await door.client.patch('site').set({ title: '新名' }).commit()
    await store.sync(door)
    expect(keptIn(store)).toBe(0)
  })

  test('goes with its article', async () => {
    const { store, door } = await openPaper()
    await store.sync(door)
    drawAll(store)
    const newest = ARTICLES.at(-1)?._id ?? ''
    await door.client.delete(newest)
    await store.sync(door, { ids: [newest] })
    drawAll(store)
    expect(keptIn(store)).toBe(11)
  })

  test('that was drawn before another process filed a change is not kept', async () => {
    const { store, door, open } = await openPaper()
    await store.sync(door)
    const printer = printerOver(store, TEMPLATE)
    for (const place of placesOf('article', store.catalogue)) printer.print(place)
    await door.client.patch(FIRST).set({ title: '改过的题' }).commit()
    const other = open()
    await other.sync(door)
    printer.settle()
    expect(keptIn(other)).toBe(0)
  })

  test('is drawn from what another process has filed since, whatever was remembered of it', async () => {
    const { store, door, open } = await openPaper()
    await store.sync(door)
    const titles = () => [store.catalogue.head(FIRST)?.title, store.catalogue.list('all', '').find(isFirst)?.title]
    expect(titles()).not.toContain('改过的题')
    await door.client.patch(FIRST).set({ title: '改过的题' }).commit()
    await open().sync(door)
    await store.sync(door)
    expect(titles()).toEqual(['改过的题', '改过的题'])
  })

  test('whose view throws is not kept', async () => {
    const { store, door } = await openPaper()
    await store.sync(door)
    const body = `replace(body, '"publishedAt":"2', '"publishedAt":"x')`
    store.db.run(`UPDATE document SET body = CAST(${body} AS BLOB) WHERE id = ?`, FIRST)
    drawAll(store)
    expect(keptIn(store)).toBe(11)
  })
})

const filesOf = (catalogue: Store['catalogue']): string[] =>
  Array.from(indexFiles(catalogue), ({ address, bytes }) => `${address} ${Buffer.from(bytes).toString('base64')}`)

/** Feeds, sitemaps and the search index as a publish writes them, and as they are without anything that is kept. */
function toldIn(store: Store): { kept: string[]; anew: string[] } {
  const printer = printerOver(store, TEMPLATE)
  const feeds = [...placesOf('feed', store.catalogue), ...placesOf('sitemap', store.catalogue)]
  const kept = [...feeds.map((place) => String(printer.print(place))), ...filesOf(printer.catalogue)]
  printer.settle()
  return { kept, anew: [...feeds.map((place) => String(draw(place, store.catalogue))), ...filesOf(store.catalogue)] }
}

const toldRows = ({ db }: Store): number => Number(db.get('SELECT count(*) AS count FROM told')?.['count'])

describe('what feeds, sitemaps and the search index say of an article', () => {
  test('is made as its page is drawn, and is what it is when it is made by itself', async () => {
    const { store, door } = await openPaper()
    await store.sync(door)
    const rows = (): unknown[] => store.db.all('SELECT what, count(*) AS count FROM told GROUP BY what ORDER BY what')
    drawAll(store)
    expect(rows()).toEqual([
      { what: 'search', count: 12 },
      { what: 'sitemap', count: 12 },
    ])
    const { kept, anew } = toldIn(store)
    expect(kept).toEqual(anew)
    // Pages that are kept tell nothing: what was told of them is.
    store.db.run('DELETE FROM told')
    drawAll(store)
    expect(rows()).toEqual([])
  })

  test('is made once, and made anew when its article or a person in it changes', async () => {
    const { store, door } = await openPaper()
    await store.sync(door)
    const first = toldIn(store)
    expect(first.kept).toEqual(first.anew)
    const all = toldRows(store)
    expect(all).toBeGreaterThan(12 * 3)
    store.db.run("UPDATE told SET text = CAST(what AS BLOB) WHERE what = 'feed json'")
    expect(toldIn(store).kept).not.toEqual(first.anew)
    store.db.run("DELETE FROM told WHERE what = 'feed json'")
    toldIn(store)
    const who = store.catalogue.article(SECOND)?.attributions?.[0]?.who?._ref ?? ''
    for (const [id, change] of [
      [FIRST, { title: '改过的题' }],
      [who, { name: '某人', otherNames: ['某某'] }],
    ] as const) {
      await door.client.patch(id).set(change).commit()
      await store.sync(door)
      expect([id, toldRows(store) < all]).toEqual([id, true])
      const { kept, anew } = toldIn(store)
      expect(kept).toEqual(anew)
      expect(toldRows(store)).toBe(all)
    }
    await door.client.patch('site').set({ title: '新名' }).commit()
    await store.sync(door)
    expect(toldRows(store)).toBe(0)
  })

  test('goes for feeds when thousands of others have come since, and is made again', async () => {
    const { store, door } = await openPaper()
    await store.sync(door)
    toldIn(store)
    const all = toldRows(store)
    const isNewest = (by: number): void =>
      store.db.run('UPDATE told SET rowid = rowid + ? WHERE rowid = (SELECT max(rowid) FROM told)', by)
    isNewest(3_000)
    store.drawn(TEMPLATE)
    expect(toldRows(store)).toBe(all)
    isNewest(3_000)
    store.drawn(TEMPLATE)
    expect(toldRows(store)).toBeLessThan(all - 12 * 2)
    const { kept, anew } = toldIn(store)
    expect(kept).toEqual(anew)
    expect(toldRows(store)).toBe(all)
  })
})
