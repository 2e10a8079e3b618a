/**
 * A document as a listener builds it from the mutations of events alone, with the code that the Studio uses.
 *
 *   const mutator = new Mutator(); mutator.apply(event); mutator.document   →  { _id: 'a', _rev: 'trx7', … }
 */
import type { MutationEvent } from '@sanity/client'
import { Mutation } from '@sanity/mutator'
import { isRecord } from '../../src/lake/json.ts'

export class Mutator {
  document: Record<string, unknown> | undefined

  apply({ mutations, resultRev, timestamp }: MutationEvent): void {
    // As it comes out of the wire: the mutator may keep and change what it is given.
    const options = { mutations: JSON.parse(JSON.stringify(mutations)), timestamp }
    const result: unknown = new Mutation(resultRev === undefined ? options : { ...options, resultRev }).apply(
      this.document === undefined ? null : documentOf(this.document),
    )
    this.document = isRecord(result) ? { ...result, _rev: resultRev } : undefined
  }
}

function documentOf(fields: Record<string, unknown>): { _id: string; _type: string; [name: string]: unknown } {
  return { ...fields, _id: String(fields['_id']), _type: String(fields['_type']) }
}
