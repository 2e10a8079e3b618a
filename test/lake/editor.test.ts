/** Who an editor is: a name that was given once, carried by a cookie, spelt by an id. */
import * as fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { NOBODY, editorById, editorOf, readName } from '../../src/lake/editor.ts'
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'
import { askRaw } from './ask-raw.ts'

describe('an editor', () => {
  test('is known by a cookie, and again by the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const name = readName(text)
        const editor = editorOf(`a=b; zebian-editor=${encodeURIComponent(text)}; c=d`)
        expect(editor.name).toBe(name ?? NOBODY.name)
        expect(editorById(editor.id)).toEqual(editor)
        expect(editor.id).toMatch(/^[\w-]+$/u)
      }),
    )
  })

  test.each([undefined, null, '', 'zebian-editor=', 'zebian-editor=%E9%9', 'my-zebian-editor=x', 'zebian-editor=%20'])(
    'is nobody by the cookies %j',
    (cookies) => {
      expect(editorOf(cookies)).toEqual(NOBODY)
    },
  )

  test('of an id that spells nothing is shown as nobody', () => {
    expect(editorById('e-')).toEqual({ id: 'e-', name: NOBODY.name })
    expect(editorById('someone')).toEqual({ id: 'someone', name: NOBODY.name })
  })
})

describe('signing in', () => {
  test('with a name needs the token or the cookie too, and a name that is one', async () => {
    const lake = openLake({ file: ':memory:' })
    const served = await serveLake(lake, { port: 0, studioPath: '/studio' })
    onTestFinished(async () => {
      await served.close()
      lake.close()
    })
    const { token } = served
    const port = Number(new URL(served.url).port)
    const host = { host: `localhost:${port}` }
    const ask = (search: string) => askRaw(port, 'GET', `/sign-in?${search}`, host)
    expect((await ask('name=x')).status).toBe(401)
    expect((await ask('name=x&token=wrong')).status).toBe(401)
    const both = await ask(`token=${token}&name=${encodeURIComponent('韩岭')}`)
    expect([both.status, both.headers['set-cookie']?.length]).toEqual([303, 2])
    const known = await askRaw(port, 'GET', `/sign-in?token=${token}`, { ...host, cookie: 'zebian-editor=x' })
    expect([known.status, known.headers.location]).toEqual([303, '/studio'])
    for (const name of ['%20', 'a%00b', '<b>', 'x'.repeat(41)])
      expect(`${name} ${(await ask(`token=${token}&name=${name}`)).status}`).toBe(`${name} 200`)
  })
})
