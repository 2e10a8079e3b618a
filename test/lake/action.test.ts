import type { Action } from '@sanity/client'
import { describe, expect, test } from 'vitest'
import { WAYS, connect, failure, fill } from './connect.ts'

const DRAFT = { _id: 'drafts.a', _type: 'article', title: '稿' }
const PUBLISHED = { _id: 'a', _type: 'article', title: '刊', _createdAt: '2020-07-02T00:00:00Z' }
const pair = { draftId: 'drafts.a', publishedId: 'a' }

describe.each(WAYS)('an action %s', (_way, connect) => {
  test('create makes the draft, and fails when it is there', async () => {
    const { client, raw } = await connect()
    const create: Action = {
      actionType: 'sanity.action.document.create',
      publishedId: 'a',
      attributes: DRAFT,
      ifExists: 'fail',
    }
    const { transactionId } = await client.action(create)
    expect(await raw.getDocument('drafts.a')).toMatchObject({ title: '稿', _rev: transactionId })
    expect((await failure(client.action(create))).statusCode).toBe(409)
    await client.action({ ...create, attributes: { ...DRAFT, title: '别' }, ifExists: 'ignore' })
    expect(await raw.getDocument('drafts.a')).toMatchObject({ title: '稿' })
  })

  test('edit makes the draft from what is published, once', async () => {
    const { client, raw } = await connect()
    await raw.create(PUBLISHED)
    for (const title of ['一', '二'])
      await client.action({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title } } })
    expect(await raw.getDocument('drafts.a')).toMatchObject({ title: '二', _createdAt: '2020-07-02T00:00:00Z' })
    expect(await raw.getDocument('a')).toMatchObject({ title: '刊' })
  })

  test('edit of nothing is refused', async () => {
    const { client } = await connect()
    const error = await failure(
      client.action({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: 'x' } } }),
    )
    expect([error.statusCode, error.message]).toEqual([409, expect.stringContaining('"drafts.a" was not found')])
  })

  test('publish puts the draft in the place of the published one, which keeps the day it was made', async () => {
    const { client, raw } = await connect()
    await fill(raw, [PUBLISHED, DRAFT])
    const { transactionId } = await client.action({ actionType: 'sanity.action.document.publish', ...pair })
    const found = await raw.fetch('*')
    expect(found).toMatchObject([{ _id: 'a', title: '稿', _rev: transactionId, _createdAt: '2020-07-02T00:00:00Z' }])
    expect(found).toHaveLength(1)
  })

  test.each([
    ['ifPublishedRevisionId', { ifPublishedRevisionId: 'old' }],
    ['ifDraftRevisionId', { ifDraftRevisionId: 'old' }],
  ])('publish with another %s is refused', async (_name, revisions) => {
    const { client, raw } = await connect()
    await fill(raw, [PUBLISHED, DRAFT])
    const error = await failure(client.action({ actionType: 'sanity.action.document.publish', ...pair, ...revisions }))
    expect([error.statusCode, error.message]).toEqual([409, expect.stringContaining('unexpected revision ID')])
    expect(await raw.fetch('*{_id, title}')).toEqual([
      { _id: 'a', title: '刊' },
      { _id: 'drafts.a', title: '稿' },
    ])
  })

  test('publish with the right revisions is done', async () => {
    const { client, raw } = await connect()
    const [a, draft] = [await raw.create(PUBLISHED), await raw.create(DRAFT)]
    await client.action({
      actionType: 'sanity.action.document.publish',
      ...pair,
      ifPublishedRevisionId: a._rev,
      ifDraftRevisionId: draft._rev,
    })
    expect(await raw.fetch('*.title')).toEqual(['稿'])
  })

  test('publish makes references strong that were weak for the draft only', async () => {
    const { client, raw } = await connect()
    const reference = { _type: 'reference', _ref: 'jia', _weak: true }
    const by = { ...reference, _strengthenOnPublish: { type: 'profile' } }
    const see = { ...reference, _strengthenOnPublish: { type: 'profile', weak: true } }
    await raw.create({ ...DRAFT, list: [by], see, plain: reference })
    const publish: Action = { actionType: 'sanity.action.document.publish', ...pair }
    expect((await failure(client.action(publish))).message).toContain('references non-existent document "jia"')
    await raw.create({ _id: 'jia', _type: 'profile' })
    await client.action(publish)
    expect(await raw.getDocument('a')).toMatchObject({
      list: [{ _type: 'reference', _ref: 'jia' }],
      see: reference,
      plain: reference,
    })
    expect(JSON.stringify(await raw.getDocument('a'))).not.toContain('_strengthenOnPublish')
    expect((await failure(raw.delete('jia'))).statusCode).toBe(409)
  })

  test('unpublish leaves a draft, and does not touch one that is there', async () => {
    const { client, raw } = await connect()
    await raw.create(PUBLISHED)
    await client.action({ actionType: 'sanity.action.document.unpublish', ...pair })
    expect(await raw.fetch('*{_id, title}')).toEqual([{ _id: 'drafts.a', title: '刊' }])
    await fill(raw, [PUBLISHED])
    await raw.patch('drafts.a').set({ title: '改' }).commit()
    await client.action({ actionType: 'sanity.action.document.unpublish', ...pair })
    expect(await raw.fetch('*{_id, title}')).toEqual([{ _id: 'drafts.a', title: '改' }])
  })

  test.each([
    { actionType: 'sanity.action.document.discard', draftId: 'drafts.a' },
    { actionType: 'sanity.action.document.version.discard', versionId: 'drafts.a' },
  ] as const)('$actionType takes the draft away, and only one that is there', async (action) => {
    const { client, raw } = await connect()
    await fill(raw, [PUBLISHED, DRAFT])
    await client.action(action)
    expect(await raw.fetch('*._id')).toEqual(['a'])
    expect((await failure(client.action(action))).statusCode).toBe(409)
  })

  test('delete takes both away, and never a draft that was not named', async () => {
    const { client, raw } = await connect()
    await fill(raw, [PUBLISHED, DRAFT])
    const remove = (includeDrafts: string[]) =>
      client.action({ actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts })
    expect((await failure(remove([]))).statusCode).toBe(409)
    expect(await raw.fetch('count(*)')).toBe(2)
    await remove(['drafts.a'])
    expect(await raw.fetch('count(*)')).toBe(0)
    expect((await failure(remove(['drafts.a']))).statusCode).toBe(409)
  })

  test('delete of what an article refers to is refused', async () => {
    const { client, raw } = await connect()
    await fill(raw, [PUBLISHED, { _id: 'b', _type: 'article', see: { _type: 'reference', _ref: 'a' } }])
    const error = await failure(
      client.action({ actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts: [] }),
    )
    expect([error.statusCode, error.message]).toEqual([409, expect.stringContaining('references to it from "b"')])
  })

  test('replaceDraft puts an older text in the draft', async () => {
    const { client, raw } = await connect()
    await raw.create(DRAFT)
    const attributes = { ...DRAFT, _rev: 'old', title: '旧' }
    await client.action({ actionType: 'sanity.action.document.replaceDraft', publishedId: 'a', attributes })
    expect(await raw.getDocument('drafts.a')).toMatchObject({ title: '旧' })
  })
})

describe('actions', () => {
  test('of one request are one transaction: forty or none', async () => {
    const { client, raw } = await connect()
    await raw.create({ ...DRAFT, n: 0 })
    const edits = Array.from({ length: 40 }, (): Action => ({
      actionType: 'sanity.action.document.edit',
      ...pair,
      patch: { inc: { n: 1 } },
    }))
    const { transactionId } = await client.action(edits, { transactionId: 'mine' })
    expect(transactionId).toBe('mine')
    expect(await raw.getDocument('drafts.a')).toMatchObject({ n: 40, _rev: 'mine' })
    const broken: Action = { actionType: 'sanity.action.document.discard', draftId: 'drafts.none' }
    expect((await failure(client.action([...edits, broken]))).statusCode).toBe(409)
    expect(await raw.getDocument('drafts.a')).toMatchObject({ n: 40, _rev: 'mine' })
    // Sent again by a Studio that lost the answer: done once, and no reason to undo anything.
    await raw.patch('drafts.a').set({ title: '后' }).commit()
    expect(await client.action(edits, { transactionId: 'mine' })).toEqual({ transactionId: 'mine' })
    expect(await raw.getDocument('drafts.a')).toMatchObject({ n: 40, title: '后' })
    const other = { actionType: 'sanity.action.document.discard', draftId: 'drafts.b' } as const
    expect((await failure(client.action(other, { transactionId: 'mine' }))).message).toContain('already exists')
  })

  test('tried with dryRun change nothing', async () => {
    const { client, raw } = await connect()
    await raw.create(DRAFT)
    await client.action({ actionType: 'sanity.action.document.publish', ...pair }, { dryRun: true })
    expect(await raw.fetch('*._id')).toEqual(['drafts.a'])
  })

  test.each([
    ['no list', {}, 'a list "actions"'],
    ['an empty list', { actions: [] }, 'Expected 1 to 100 actions'],
    ['too many', { actions: Array.from({ length: 101 }, () => ({})) }, 'found 101'],
    ['an unknown type', { actions: [{ actionType: 'sanity.action.release.create' }] }, 'sanity.action.release.create'],
    ['no id', { actions: [{ actionType: 'sanity.action.document.discard' }] }, '"draftId" must be a document ID'],
    ['a bad id', { actions: [{ actionType: 'sanity.action.document.discard', draftId: '#' }] }, 'found "#"'],
    ['no patch', { actions: [{ actionType: 'sanity.action.document.edit', ...pair }] }, '"patch" must be an object'],
    ['no type', { actions: [{ actionType: 'sanity.action.document.create', attributes: {} }] }, 'must have a _type'],
  ])('that can not be read are refused: %s', async (_name, body, message) => {
    const { ask } = await connect()
    const answer = await ask('/v2025-02-19/data/actions/production', { method: 'POST', body: JSON.stringify(body) })
    expect(await answer.json()).toMatchObject({ statusCode: 400, message: expect.stringContaining(message) })
  })
})
