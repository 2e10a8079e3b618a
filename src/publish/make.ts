/**
 * One release: built aside, held at the gates, sealed, switched to, and what it takes away taken from the older ones too.
 *
 *   await makeRelease(press, { reason: 'hook', announced: {} })
 *     →  { id: '000042', manifest, changed: 3, parts: { build: 310, gates: 12, seal: 20, switch: 2 } }
 *
 * Whatever goes wrong before the rename, readers keep the last release. Throws GateError or what the builder threw. Who need not wait
 * until older releases are put away says so (`live`), and is told as soon as readers have it.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account, Builder, Progress, Want } from './builder.ts'
import { printFigures } from './figures.ts'
import { GateError } from './gates/finding.ts'
import { holdAtGates } from './gates/gate.ts'
import { isSame, manifestOf } from './manifestOf.ts'
import { explainDisk } from './release/disk.ts'
import { carryOver, draftRelease, type Draft, type Previous } from './release/draft.ts'
import { clearKept, sweep } from './release/keep.ts'
import { withLock } from './release/lock.ts'
import type { Manifest, Quarantined } from './release/manifest.ts'
import { nextId, type Places } from './release/places.ts'
import { olderManifests, readPrevious } from './release/recalled.ts'
import { endHold } from './release/rollback.ts'
import { openMaking, sealRelease } from './release/seal.ts'
import { readySpare, rollForward } from './release/spare.ts'
import { switchTo } from './release/switch.ts'
import { recordTakedowns } from './release/takedown.ts'
import { stopwatch } from './stopwatch.ts'
import { takedownsOf } from './takedowns.ts'

/** What making releases needs to know. */
export interface Press {
  places: Places
  builder: Builder
  /** Releases to keep, today's among them. */
  kept: number
  secrets: Readonly<Record<string, string>>
  stillThere: (ids: readonly string[]) => Promise<readonly string[]>
  now: () => Date
}

export interface Made {
  /** Undefined: nothing to change, the last release stays. */
  id: string | undefined
  manifest: Manifest
  /** Addresses with other bytes than before, or gone. */
  changed: number
  /** Milliseconds by part. */
  parts: Record<string, number>
}

/** Refused documents beyond this are no accident of an editor's: five, or one in a hundred. */
const REFUSED = { few: 5, share: 0.01 } as const
const ATTEMPTS = 4
const QUARANTINE = '/publish.json'

type Telling = (progress: Progress) => void

interface MakeOptions {
  /** A person has looked and wants it. */
  force?: boolean
  /** Told when readers have the release and what was withdrawn is gone; only then is swept. */
  live?: (made: Made) => void
  /** The process stays: when readers have the release, the folder of the next one is made ready. */
  stays?: boolean
  onProgress?: (progress: Progress) => void
}

export function makeRelease(
  press: Press,
  want: Want,
  { force = false, live, stays = false, onProgress = () => {} }: MakeOptions = {},
): Promise<Made> {
  const { places, kept } = press
  const { releases, making } = places
  return withLock(places, async () => {
    try {
      const made = await make(press, want, force, onProgress)
      live?.(made)
      if (made.id === undefined) return made
      await sweep(places, kept)
      const current = stays ? await readPrevious(places) : undefined
      if (current !== undefined) await readySpare(places, current)
      return made
    } finally {
      await rm(making, { recursive: true, force: true })
    }
  }).catch((error: unknown) => {
    throw explainDisk(error, releases)
  })
}

async function make(press: Press, want: Want, force: boolean, onProgress: Telling): Promise<Made> {
  const { places, builder, now } = press
  const times = stopwatch()
  const previous = await readPrevious(places)
  const passed = await passGates(
    { ...press, builder: (request) => builder({ ...request, onProgress }) },
    want,
    force,
    previous,
    times.lap,
  )
  if (passed === undefined) return nothing(previous, times.parts)
  const { draft, account } = passed
  const manifest = manifestOf(draft, account, previous)
  const hasOthers = draft.changed.length + draft.gone.length > 0
  if (!hasOthers && previous !== undefined && isSame(manifest, previous.manifest)) return nothing(previous, times.parts)
  const history = await olderManifests(places)
  const ledger = await recordTakedowns(
    places,
    history.flatMap((older) => takedownsOf(older, manifest)),
    ({ document, address, kind }) =>
      kind === 'deleted' ? manifest.documents.has(document) : !manifest.tombstones.includes(address),
  )
  const sealed = { ...manifest, id: await nextId(places), madeAt: now().toISOString(), taken: ledger.last }
  await sealRelease(places, draft, sealed, previous)
  times.lap('seal')
  await switchTo(places, sealed.id)
  await endHold(places)
  times.lap('switch')
  await clearKept(places, sealed.id, ledger)
  times.lap('clear')
  return { id: sealed.id, manifest: sealed, changed: draft.changed.length + draft.gone.length, parts: times.parts }
}

/** Nothing to change: the last release stays. */
function nothing(previous: Previous | undefined, parts: Record<string, number>): Made {
  if (previous === undefined) throw new Error('expected a builder to build a first release, found that it left it out')
  const { manifest } = previous
  return { id: undefined, manifest, changed: 0, parts }
}

/** Builds until no gate refuses a document that the builder let through; undefined when nothing changed. */
async function passGates(
  { places, builder, secrets, stillThere }: Press,
  want: Want,
  force: boolean,
  previous: Previous | undefined,
  lap: (part: string) => void,
): Promise<{ draft: Draft; account: Account } | undefined> {
  const exclude: Quarantined[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const folder = await openMaking(places)
    let rolled: string[] | undefined
    const roll = async (): Promise<boolean> => {
      rolled = previous === undefined ? undefined : await rollForward(places, previous)
      return rolled !== undefined
    }
    const account = await builder({ folder, previous, want, exclude, secrets, rollForward: roll })
    if (account.unchanged === true) return undefined
    refuseMany(account, force)
    await tellQuarantine(folder, account)
    const draft = await draftRelease(folder, account, previous, rolled)
    if (previous !== undefined) await carryQuarantined(draft, account, previous)
    await printFigures(draft, account, previous)
    lap('build')
    const refused = await holdAtGates({ draft, account, previous, want, secrets, stillThere, force })
    lap('gates')
    if (refused.length === 0) return { draft, account }
    exclude.push(...refused)
  }
  throw new GateError(
    `expected a build that passes its gates with the refused documents left out, found more refused each time (${exclude
      .map(({ document }) => document)
      .slice(-3)
      .join(', ')}); check the templates`,
  )
}

/** For the Studio's badge where a plain host serves the site; `zebian serve` answers with more at the same address. */
async function tellQuarantine(folder: string, account: Account): Promise<void> {
  const path = join(folder, QUARANTINE)
  // Another file, for the builder may have linked the last release's.
  await rm(path, { force: true })
  await writeFile(path, JSON.stringify({ quarantined: account.quarantined }))
}

function refuseMany({ quarantined, documents }: Account, force: boolean): void {
  const [first] = quarantined
  if (force || first === undefined) return
  const most = Math.max(REFUSED.few, (documents.size + quarantined.length) * REFUSED.share)
  if (quarantined.length <= most) return
  throw new GateError(
    `${first.detail ?? `expected documents fit to print, found ${first.document}: ${first.reason}`} (and ${quarantined.length - 1} documents more); mend them, or the server or schema that makes them so, and publish again`,
  )
}

/** The last good page of a document in quarantine stays, where it has one and nobody else took its address. */
async function carryQuarantined(draft: Draft, account: Account, previous: Previous): Promise<void> {
  const refused = new Set(account.quarantined.map(({ document }) => document))
  for (const path of draft.gone) {
    const document = previous.manifest.files.get(path)?.document
    if (document !== undefined && refused.has(document)) await carryOver(draft, previous, path)
  }
  draft.gone = draft.gone.filter((path) => !draft.files.has(path))
}
