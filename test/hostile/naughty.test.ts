/** The Big List of Naughty Strings, a third of it in npm test, in every text field: no page of any kind gets an element, attribute or address that is not on the list. */
import { expect, it } from 'vitest'
import { thirdOf } from '../house/thorough.ts'
import { caughtInText } from './caught.ts'
import { NAUGHTY } from './payloads.ts'

it('the Big List of Naughty Strings in every text field of every document changes nothing but text', () => {
  expect(caughtInText(thirdOf(NAUGHTY))).toEqual([])
}, 180_000)
