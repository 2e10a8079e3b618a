/** Printed names and the people of the lake: by folded name, other spellings too, namesakes told apart. */
import { createClient } from '@sanity/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLake } from '../../../src/lake/lake.ts'
import {
  describeKnown,
  firstChoice,
  headsOf,
  KNOWN_QUERY,
  knownOf,
  matchesOf,
  NEW,
  UNDECIDED,
} from '../../../sanity/studio/inputs/people/match.ts'

const lake = openLake({ file: ':memory:' })
const client = createClient({
  projectId: 'zebian',
  dataset: 'production',
  apiHost: 'http://lake.localhost',
  useProjectHostname: false,
  apiVersion: '2025-02-19',
  useCdn: false,
  perspective: 'raw',
  resolveFetch: () => (input, init) => lake.fetch(new Request(input, init)),
})

const person = (_id: string, name: string, more: Record<string, unknown> = {}) => ({
  _id,
  _type: 'profile',
  name,
  ...more,
})

beforeAll(async () => {
  const transaction = client.transaction()
  for (const document of [
    person('profile-han', '韩岭', { position: '责任编辑', organisation: '禾风日报社' }),
    person('profile-gulan', '古兰·阿依登'),
    person('profile-fang', '方朴', { otherNames: ['木工房'] }),
    person('profile-zhou-1', '周岩', { position: '体育记者', place: '禾川市' }),
    person('profile-zhou-2', '周岩', { position: '闸工', place: '望澜县' }),
    person('drafts.profile-xin', '新来'),
    person('drafts.profile-han', '韩岭', { position: '主任' }),
    { _id: 'source-shuju', _type: 'source', name: '禾风日报数据台' },
  ])
    transaction.create(document)
  await transaction.commit()
})
afterAll(() => lake.close())

const ask = async (...names: string[]) => knownOf(await client.fetch<unknown>(KNOWN_QUERY, { heads: headsOf(names) }))
const found = async (name: string): Promise<string[]> => matchesOf(name, await ask(name)).map(({ id }) => id)

describe('the people of the lake', () => {
  it('are found by name, whatever dot or padding is printed, and by another spelling', async () => {
    expect(await found('韩岭')).toEqual(['profile-han'])
    expect(await found('韩　岭')).toEqual(['profile-han'])
    expect(await found('古兰・阿依登')).toEqual(['profile-gulan'])
    expect(await found('木工房')).toEqual(['profile-fang'])
    expect(await found('禾风日报数据台')).toEqual(['source-shuju'])
    expect(await found('新人甲')).toEqual([])
  })

  it('are told apart by place, organisation and position when they share a name', async () => {
    const matches = matchesOf('周岩', await ask('周岩'))
    expect(matches.map((one) => describeKnown(one, '周岩'))).toEqual(['禾川市 体育记者', '望澜县 闸工'])
    expect(firstChoice(matches)).toBe(UNDECIDED)
    expect(firstChoice(matches, 'profile-zhou-2')).toBe('profile-zhou-2')
  })

  it('are one with their drafts, and drafts alone are known to be such', async () => {
    const [han] = matchesOf('韩岭', await ask('韩岭'))
    expect([han?.about, han?.published]).toEqual(['主任', true])
    const [fresh] = matchesOf('新来', await ask('新来'))
    expect([fresh?.id, fresh?.published]).toEqual(['profile-xin', false])
  })

  it('offer a new one where nobody is found', () => {
    expect(firstChoice([])).toBe(NEW)
  })
})
