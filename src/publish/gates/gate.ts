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
import { creditGate } from './credits.ts'
import { GateError, type Gate, type Scene } from './finding.ts'
import { freshGate } from './fresh.ts'
import { linkGate } from './links.ts'
import { lossGate } from './loss.ts'
import { pageGate } from './page.ts'
import { secretGate } from './secrets.ts'

const GATES: readonly Gate[] = [freshGate, addressGate, pageGate, creditGate, linkGate, secretGate, lossGate]

export async function holdAtGates(scene: Scene): Promise<Quarantined[]> {
  const refused = new Map<string, Quarantined>()
  for (const gate of GATES) {
    for (const finding of await gate(scene)) {
      if ('stop' in finding) throw new GateError(finding.stop)
      const revision = scene.account.documents.get(finding.document)?.[0] ?? ''
      if (!refused.has(finding.document)) refused.set(finding.document, { ...finding, revision })
    }
  }
  return [...refused.values()]
}
