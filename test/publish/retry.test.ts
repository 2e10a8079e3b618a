/** What becomes of a message that is not taken at once: Sanity's rule of trying again. */
import { describe, expect, it } from 'vitest'
import { clientOf, hookTo, openFile } from './lakes.ts'
import { openListener } from './listener.ts'

/** A lake with a clock of the test's, and a listener that answers the first attempts as told. */
async function attempts(answers: number[], minutes: number) {
  const [listener, { lake }] = [await openListener(), openFile()]
  const clock = { now: new Date('2026-11-28T00:00:00Z') }
  const opened = lake(() => clock.now)
  listener.answers.push(...answers)
  const hooks = hookTo(listener.url)
  const first = opened.sendHooks(hooks)
  await clientOf(opened).create({ _id: 'article-a', _type: 'article' })
  await first.idle()
  await first.close()
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.now = new Date(clock.now.getTime() + 60_000)
    const again = opened.sendHooks(hooks)
    await again.idle()
    await again.close()
  }
  const last = opened.sendHooks(hooks)
  const failed = last.failed()
  await last.close()
  return { heard: listener.heard, failed }
}

describe('a message', () => {
  it.each([429, 500, 503, 0])(
    'that is answered by %i is tried again, signed anew, until it is taken',
    async (status) => {
      const { heard, failed } = await attempts([status, status], 6)
      expect(heard).toHaveLength(3)
      expect(new Set(heard.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
      expect(new Set(heard.map(({ headers }) => headers['sanity-webhook-signature'])).size).toBe(3)
      expect(failed).toEqual([])
    },
  )

  it('that is answered by 400 is never tried again, and kept for whoever looks', async () => {
    const { heard, failed } = await attempts([400], 5)
    expect(heard).toHaveLength(1)
    expect(failed).toMatchObject([{ hook: 'test', document: 'article-a', why: 'status 400' }])
  })

  it('is given up half an hour after its change, not before', async () => {
    const { heard, failed } = await attempts(
      Array.from({ length: 90 }, () => 503),
      45,
    )
    expect(heard.length).toBeGreaterThan(8)
    expect(failed).toMatchObject([{ hook: 'test', document: 'article-a', why: 'status 503' }])
  })
})
