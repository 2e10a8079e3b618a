/**
 * A draft held against everything that a release promises.
 *
 *   await holdAtGates(scene)   →  []   let through
 *   …                          →  [{ document: 'article-x', field: 'address', reason: '…', remedy: '…' }]   leave these out and build again
 *
 * A page that fails and is one document's own puts that document in quarantine; anything else throws GateError, and the last release
 * stays.
 */
import type { Quarantined } from '../release/manifest.ts'
import { addressGate } from './addresses.ts'
import { creditLook } from './credits.ts'
import { GateError, type Finding, type Gate, type Scene } from './finding.ts'
import { freshGate } from './fresh.ts'
import { linkLook } from './links.ts'
import { lookAtFiles } from './look.ts'
import { lossGate } from './loss.ts'
import { pageLook } from './page.ts'
import { secretLook } from './secrets.ts'

const fileGate: Gate = async (scene) => {
  const { account, secrets } = scene
  return lookAtFiles(scene, {
    page: pageLook,
    credits: creditLook((path) => account.pages[path] !== undefined, account.credits),
    links: await linkLook(scene),
    secrets: secretLook(secrets),
  })
}

const GATES: readonly Gate[] = [freshGate, addressGate, fileGate, lossGate]

export async function holdAtGates(scene: Scene): Promise<Quarantined[]> {
  const refused = new Map<string, Quarantined>()
  const take = (finding: Finding): void => {
    if ('stop' in finding) throw new GateError(finding.stop)
    const revision = scene.account.documents.get(finding.document)?.[0] ?? ''
    if (!refused.has(finding.document)) refused.set(finding.document, { ...finding, revision })
  }
  for (const gate of GATES) for (const finding of await gate(scene)) take(finding)
  return [...refused.values()]
}
