/**
 * What a listener of the unmodified client hears, to be waited for.
 *
 *   const heard = await hear(client, '*', {}, { includeResult: true })   after `welcome` has come
 *   await heard.count(2); heard.mutations                                →  [{ transition: 'appear', … }, …]
 */
import type { ListenEvent, MutationEvent, ResumableListenOptions, SanityClient } from '@sanity/client'
import { onTestFinished, vi } from 'vitest'

type Event = ListenEvent<Record<string, unknown>>

interface Heard {
  readonly events: Event[]
  readonly mutations: MutationEvent[]
  readonly count: (mutations: number) => Promise<MutationEvent[]>
  readonly saw: (type: string, times?: number) => Promise<void>
  readonly stop: () => void
}

const USUAL = ['welcome', 'mutation', 'reconnect'] as const
const RESUMED = [...USUAL, 'welcomeback', 'reset'] as const

export async function hear(
  client: SanityClient,
  query = '*',
  params: Record<string, unknown> = {},
  options: Omit<ResumableListenOptions, 'events' | 'enableResume'> & { resume?: boolean } = {},
): Promise<Heard> {
  const events: Event[] = []
  const mutations: MutationEvent[] = []
  const { resume = false, ...rest } = options
  const heard$ = resume
    ? client.listen(query, params, { ...rest, enableResume: true, events: [...RESUMED] })
    : client.listen(query, params, { ...rest, events: [...USUAL] })
  const subscription = heard$.subscribe((event: Event) => {
    events.push(event)
    if (event.type === 'mutation') mutations.push(event)
  })
  onTestFinished(() => subscription.unsubscribe())
  const saw = (type: string, times = 1): Promise<void> =>
    until(
      () => events.filter((event) => event.type === type).length >= times,
      () => `${times} of ${type}`,
    )
  await saw('welcome')
  const count = async (wanted: number): Promise<MutationEvent[]> => {
    await until(
      () => mutations.length >= wanted,
      () => `${wanted} mutations, found ${mutations.length}`,
    )
    return mutations
  }
  return { events, mutations, count, saw, stop: () => subscription.unsubscribe() }
}

/** Time for something that must not come. */
export function quiet(ms = 150): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function until(is: () => boolean, what: () => string): Promise<void> {
  return vi.waitUntil(is, { timeout: 20_000, interval: 5 }).then(
    () => undefined,
    () => {
      throw new Error(`Expected ${what()}`)
    },
  )
}
