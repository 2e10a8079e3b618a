import { ClientError } from '@sanity/client'
import { describe, expect, test } from 'vitest'
import { connect, failure } from './connect.ts'

const PROFILE = { _id: 'jia', _type: 'profile' }
const ARTICLE = { _id: 'a', _type: 'article', editors: [{ _key: '1', _type: 'reference', _ref: 'jia' }] }

describe('a strong reference', () => {
  test('to a document that is not there is a 409', async () => {
    const { client } = await connect()
    const error = await failure(client.create(ARTICLE))
    expect(error).toBeInstanceOf(ClientError)
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({
      items: [{ error: { type: 'documentReferenceDoesNotExistError', id: 'a', referenceID: 'jia' } }],
    })
    expect(error.message).toContain('Document "a" references non-existent document "jia"')
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('is checked at the end of the transaction, so that order does not matter', async () => {
    const { client } = await connect()
    await client.transaction().create(ARTICLE).create(PROFILE).commit()
    expect(await client.fetch('count(*)')).toBe(2)
  })

  test('may lead to its own document', async () => {
    const { client } = await connect()
    await client.create({ _id: 'a', _type: 'article', see: { _type: 'reference', _ref: 'a' } })
    await client.delete('a')
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('keeps its target from being deleted', async () => {
    const { client } = await connect()
    await client
      .transaction()
      .create(PROFILE)
      .create(ARTICLE)
      .create({ ...ARTICLE, _id: 'drafts.a' })
      .commit()
    const error = await failure(client.delete('jia'))
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({
      items: [{ error: { type: 'documentHasExistingReferencesError', id: 'jia', referencingIDs: ['a', 'drafts.a'] } }],
    })
    expect(error.message).toContain('Document "jia" cannot be deleted as there are references to it from "a"')
    expect(await client.getDocument('jia')).toBeDefined()
  })

  test('lets its target go together with itself, in either order', async () => {
    const { client } = await connect()
    await client.transaction().create(PROFILE).create(ARTICLE).commit()
    await client.transaction().delete('jia').delete('a').commit()
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('lets its target go once it is unset', async () => {
    const { client } = await connect()
    await client.transaction().create(PROFILE).create(ARTICLE).commit()
    await client
      .transaction()
      .delete('jia')
      .patch('a', { unset: ['editors'] })
      .commit()
    expect(await client.fetch('*._id')).toEqual(['a'])
  })

  test('keeps its target from becoming something else', async () => {
    const { client } = await connect()
    await client.transaction().create(PROFILE).create(ARTICLE).commit()
    const error = await failure(client.createOrReplace({ _id: 'jia', _type: 'channel' }))
    expect(error.message).toContain('is referenced, so that its "_type" may not be modified')
    expect(await client.getDocument('jia')).toMatchObject({ _type: 'profile' })
  })

  test('still holds after its document was replaced', async () => {
    const { client } = await connect()
    await client.transaction().create(PROFILE).create(ARTICLE).commit()
    await client.createOrReplace({ ...ARTICLE, title: '新' })
    expect((await failure(client.delete('jia'))).statusCode).toBe(409)
  })
})

describe('a weak reference', () => {
  const weak = { _type: 'reference', _ref: 'jia', _weak: true }

  test('may lead nowhere', async () => {
    const { client } = await connect()
    await client.create({ _id: 'a', _type: 'article', see: weak })
    expect(await client.fetch('*[_id == "a"][0].see->')).toBeNull()
  })

  test('of a draft waits with _strengthenOnPublish', async () => {
    const { client } = await connect()
    const see = { ...weak, _strengthenOnPublish: { type: 'profile' } }
    expect(await client.create({ _id: 'drafts.a', _type: 'article', see })).toMatchObject({ see })
  })

  test('does not keep its target', async () => {
    const { client } = await connect()
    await client.transaction().create(PROFILE).create({ _id: 'a', _type: 'article', see: weak }).commit()
    await client.delete('jia')
    expect(await client.fetch('*._id')).toEqual(['a'])
  })

  test('can not be made strong while its target is missing', async () => {
    const { client } = await connect()
    const created = await client.create({ _id: 'a', _type: 'article', see: weak })
    expect((await failure(client.patch('a').unset(['see._weak']).commit())).statusCode).toBe(409)
    expect(await client.getDocument('a')).toEqual(created)
    await client.create(PROFILE)
    await client.patch('a').unset(['see._weak']).commit()
    expect((await failure(client.delete('jia'))).statusCode).toBe(409)
  })

  test('into another dataset is not followed', async () => {
    const { client } = await connect()
    await client.create({
      _id: 'a',
      _type: 'article',
      see: { _ref: 'x', _type: 'crossDatasetReference', _dataset: 'other' },
    })
    expect(await client.fetch('count(*)')).toBe(1)
  })
})
