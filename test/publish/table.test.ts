/** A table of records is what a plain map would be after any changes, and knows in which keys two of them may differ. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Table } from '../../src/publish/release/table.ts'

const keys = fc.constantFrom(...Array.from({ length: 40 }, (_, n) => `k${n}`), '__proto__', 'toString')
const changes = fc.array(fc.tuple(keys, fc.option(fc.nat(99), { nil: undefined })), { maxLength: 12 })

function put(map: Map<string, number>, key: string, value: number | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

describe('a table', () => {
  it('is what a map is after the same changes, at each of its states, and names every key under which two differ', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.nat(99))), fc.array(changes, { maxLength: 20 }), (first, histories) => {
        let table = Table.of(first)
        const plain = new Map(first)
        const states = [{ table, map: new Map(plain) }]
        for (const history of histories) {
          table = table.with(history)
          for (const [key, value] of history) put(plain, key, value)
          states.push({ table, map: new Map(plain) })
        }
        for (const state of states) {
          expect(new Map(state.table.entries())).toEqual(state.map)
          expect(state.table.size).toBe(state.map.size)
          for (const key of state.map.keys()) expect(state.table.get(key)).toBe(state.map.get(key))
          const others = new Set(
            [...plain.keys(), ...state.map.keys()].filter((key) => plain.get(key) !== state.map.get(key)),
          )
          expect(others.difference(table.differing(state.table))).toEqual(new Set())
          expect(new Map(Table.of(plain).upon(state.table).entries())).toEqual(plain)
        }
      }),
    )
  })

  it('stays a few layers, of which a change copies no more than a few records on an average', () => {
    let table = Table.of(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, n] as const))
    let copied = 0
    for (let n = 0; n < 1_000; n += 1) {
      const before = new Set(table.layers)
      table = table.with([[`k${n % 3_000}`, -n]])
      expect(table.layers.length).toBeLessThan(14)
      for (const layer of table.layers) if (!before.has(layer)) copied += layer.size
    }
    expect(table.layers[0]?.size).toBe(5_000)
    expect(copied / 1_000).toBeLessThan(14)
  })
})
