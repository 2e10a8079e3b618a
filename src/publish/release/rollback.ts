/**
 * Back to an earlier release at once, and nothing newer goes live by itself until someone publishes by hand.
 *
 *   await rollBack(places)             →  { from: '000042', to: '000041' }
 *   await rollBack(places, '000039')   →  { from: '000042', to: '000039' }
 *   await readHold(places)             →  { at: '…', from: '000042', to: '000039' }, undefined when nothing is held
 *
 * Without the hold the next reconcile would publish the very state that was rolled back.
 */
import { readFile, rm } from 'node:fs/promises'
import * as v from 'valibot'
import { syncFolder, writeDurably } from './disk.ts'
import { ReleaseError } from './parts.ts'
import { currentId, releaseIds, type Places } from './places.ts'
import { switchTo } from './switch.ts'
import { clearRelease, readLedger } from './takedown.ts'

const HOLD = v.object({ at: v.string(), from: v.string(), to: v.string() })
export type Hold = v.InferOutput<typeof HOLD>

export async function rollBack(places: Places, wanted?: string, now = new Date()): Promise<Hold> {
  const [ids, from] = await Promise.all([releaseIds(places), currentId(places)])
  if (from === undefined)
    throw new ReleaseError(`expected a release at ${places.link}, found none; build the site first (npm run build)`)
  const to = wanted === undefined ? ids.findLast((id) => Number(id) < Number(from)) : idOf(wanted, ids)
  if (to === undefined)
    throw new ReleaseError(
      `expected ${wanted === undefined ? `a release before ${from}` : `release ${wanted}`}, found ${ids.join(', ')}; choose one of them (npm run zebian -- releases)`,
    )
  // A release that cannot be read whole, or not be cleared of what was withdrawn, is not gone back to.
  await clearRelease(places, to, ids.at(-1) ?? from, await readLedger(places))
  const hold = { at: now.toISOString(), from, to }
  await writeDurably(places.hold, `${JSON.stringify(hold)}\n`)
  await switchTo(places, to)
  return hold
}

const idOf = (wanted: string, ids: readonly string[]): string | undefined =>
  ids.find((id) => id === wanted || Number(id) === Number(wanted))

export async function readHold({ hold }: Places): Promise<Hold | undefined> {
  const text = await readFile(hold, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : v.parse(HOLD, JSON.parse(text))
}

export async function endHold({ hold, releases }: Places): Promise<void> {
  await rm(hold, { force: true })
  await syncFolder(releases)
}
