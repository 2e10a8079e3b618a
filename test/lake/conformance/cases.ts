/**
 * The cases, for any Content Lake: each works on documents of a type and ids of its own, and takes them away again.
 *
 *   conformance('hosted', () => createClient({ projectId: 'abc12', dataset: 'test', token, … }))
 *
 * Nothing is asked that one lake answers by accident: errors by their status, order only where it is asked for, queries after
 * `visibility: 'sync'`, what an action or a listener brings by waiting for it.
 */
import { ClientError, type SanityClient } from '@sanity/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** How long another lake may take to show what it has acknowledged. */
const PATIENCE = { timeout: 20_000 }
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export function conformance(name: string, connect: () => Promise<SanityClient> | SanityClient): void {
  describe(`the Content Lake ${name}`, () => {
    const run = `conf${Math.random().toString(36).slice(2, 10)}`
    const type = `zebian.${run}`
    const id = (end: string): string => `${run}-${end}`
    let raw: SanityClient
    let published: SanityClient

    beforeAll(async () => {
      const client = await connect()
      raw = client.withConfig({ perspective: 'raw', apiVersion: '2025-02-19', useCdn: false })
      published = raw.withConfig({ perspective: 'published' })
    })
    afterAll(async () => {
      const left: string[] = await raw.fetch('*[_type == $type]._id', { type })
      const transaction = raw.transaction()
      for (const one of left) transaction.patch(one, { unset: ['see'] })
      for (const one of left) transaction.delete(one)
      if (left.length > 0) await transaction.commit()
    })

    const fieldOf = async (one: string, field: string): Promise<unknown> => (await raw.getDocument(one))?.[field]

    test('creates a document with id, revision and dates, and gives it back', async () => {
      const made = await raw.create({ _id: id('a'), _type: type, title: '渠水到了田头', n: 1 })
      expect(made).toMatchObject({ _id: id('a'), _type: type, title: '渠水到了田头', n: 1 })
      expect([made._rev, made._createdAt, made._updatedAt].every((text) => text.length > 0)).toBe(true)
      expect(await raw.getDocument(id('a'))).toEqual(made)
    })

    test('refuses an id that is taken, and leaves alone what is there', async () => {
      expect(await status(raw.create({ _id: id('a'), _type: type, title: '别的' }))).toBe(409)
      await raw.createIfNotExists({ _id: id('a'), _type: type, title: '别的' })
      expect(await fieldOf(id('a'), 'title')).toBe('渠水到了田头')
    })

    test('sets, counts, inserts, changes letters and takes away', async () => {
      await raw
        .patch(id('a'))
        .set({ 'deep.er': 'x' })
        .inc({ n: 2 })
        .setIfMissing({ tags: [] })
        .insert('after', 'tags[-1]', ['甲', '乙'])
        .commit()
      await raw
        .patch(id('a'))
        .diffMatchPatch({ title: '@@ -1,6 +1,8 @@\n 渠水\n+终于\n 到了田头\n' })
        .unset(['deep'])
        .commit()
      expect(await raw.getDocument(id('a'))).toMatchObject({ title: '渠水终于到了田头', n: 3, tags: ['甲', '乙'] })
      expect(await fieldOf(id('a'), 'deep')).toBeUndefined()
    })

    test('refuses a patch of another revision', async () => {
      expect(await status(raw.patch(id('a')).ifRevisionId('none').set({ n: 9 }).commit())).toBe(409)
      expect(await fieldOf(id('a'), 'n')).toBe(3)
    })

    test('does a transaction whole or not at all, under the name it was given', async () => {
      const failing = raw
        .transaction()
        .create({ _id: id('b'), _type: type })
        .create({ _id: id('a'), _type: type })
      expect(await status(failing.commit())).toBe(409)
      expect(await raw.getDocument(id('b'))).toBeUndefined()
      const named = raw
        .transaction()
        .createOrReplace({ _id: id('b'), _type: type, n: 7 })
        .transactionId(id('trx'))
      expect(await named.commit()).toMatchObject({ transactionId: id('trx') })
      expect(await fieldOf(id('b'), '_rev')).toBe(id('trx'))
    })

    test('keeps what is referred to, unless weakly', async () => {
      await raw.create({ _id: id('c'), _type: type, see: { _type: 'reference', _ref: id('b') } })
      expect(await status(raw.delete(id('b')))).toBe(409)
      expect(await status(raw.create({ _type: type, see: { _type: 'reference', _ref: id('nowhere') } }))).toBe(409)
      await raw.patch(id('c')).set({ 'see._weak': true }).commit()
      await raw.delete(id('b'))
      expect(await raw.getDocument(id('b'))).toBeUndefined()
    })

    test('finds, orders, cuts, follows references and counts', async () => {
      await raw.createOrReplace({ _id: id('b'), _type: type, n: 7, title: '乙' })
      const found = raw.fetch('*[_type == $type && defined(n)] | order(n desc) [0...2]{n, title}', { type })
      expect(await found).toEqual([
        { n: 7, title: '乙' },
        { n: 3, title: '渠水终于到了田头' },
      ])
      const followed = raw.fetch('*[_id == $id][0]{"title": see->title}', { id: id('c') })
      expect(await followed).toEqual({ title: '乙' })
      expect(await raw.fetch('count(*[_type == $type && references($id)])', { type, id: id('b') })).toBe(1)
      expect(await raw.fetch('*[_type == $type && title match "渠水*"]._id', { type })).toEqual([id('a')])
    })

    test('refuses a query that cannot be read, and a parameter that is missing', async () => {
      expect(await status(raw.fetch('*[_type == '))).toBe(400)
      expect(await status(raw.fetch('*[_type == $none]'))).toBe(400)
    })

    test('edits, publishes, unpublishes, discards and deletes by actions', async () => {
      const pair = { draftId: `drafts.${id('a')}`, publishedId: id('a') }
      const titles = (client: SanityClient): Promise<unknown> => client.fetch('*[_id == $id][0].title', { id: id('a') })
      await raw.action({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: '草稿' } } })
      await expect.poll(() => titles(published), PATIENCE).toBe('渠水终于到了田头')
      await expect.poll(() => titles(raw.withConfig({ perspective: 'drafts' })), PATIENCE).toBe('草稿')
      await raw.action({ actionType: 'sanity.action.document.publish', ...pair })
      await expect.poll(() => titles(published), PATIENCE).toBe('草稿')
      await expect.poll(() => raw.getDocument(pair.draftId), PATIENCE).toBeUndefined()
      await raw.action({ actionType: 'sanity.action.document.unpublish', ...pair })
      await expect.poll(() => titles(published), PATIENCE).toBe(null)
      await raw.action({ actionType: 'sanity.action.document.publish', ...pair })
      await raw.action({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: '又' } } })
      await raw.action({ actionType: 'sanity.action.document.version.discard', versionId: pair.draftId })
      await expect.poll(() => raw.getDocument(pair.draftId), PATIENCE).toBeUndefined()
      await raw.action({ actionType: 'sanity.action.document.delete', publishedId: id('a'), includeDrafts: [] })
      await expect.poll(() => raw.getDocument(id('a')), PATIENCE).toBeUndefined()
    })

    test('tells a listener what appears, changes and disappears', async () => {
      const heard: string[] = []
      const welcome = Promise.withResolvers<void>()
      const listening = raw
        .listen('*[_type == $type && n > 5]', { type }, { events: ['welcome', 'mutation'], includeResult: true })
        .subscribe({
          next: (event) => {
            if (event.type === 'welcome') welcome.resolve()
            if (event.type === 'mutation') heard.push(`${event.transition} ${event.documentId}`)
          },
          error: welcome.reject,
        })
      await welcome.promise
      await raw.create({ _id: id('d'), _type: type, n: 6 })
      await raw.patch(id('d')).set({ n: 8 }).commit()
      await raw.patch(id('d')).set({ n: 1 }).commit()
      await expect
        .poll(() => heard, PATIENCE)
        .toEqual(['appear', 'update', 'disappear'].map((one) => `${one} ${id('d')}`))
      listening.unsubscribe()
    })

    test('takes a picture in, describes it, hands it out and lets it go', async () => {
      const asset = await raw.assets.upload('image', PIXEL, { filename: `${run}.png` })
      expect(asset).toMatchObject({ _type: 'sanity.imageAsset', mimeType: 'image/png', size: PIXEL.length })
      expect(asset.metadata.dimensions).toMatchObject({ width: 1, height: 1 })
      await raw.delete(asset._id)
      expect(await raw.getDocument(asset._id)).toBeUndefined()
    })
  })
}

/** The status that a refused request was answered with; 0 when it was not refused. */
const status = async (promise: Promise<unknown>): Promise<number> => {
  const failed: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  return failed instanceof ClientError ? failed.statusCode : 0
}
