/**
 * No secret of this machine leaves it: every new byte is searched for the values of secret variables and for Sanity's tokens.
 *
 *   SANITY_TOKEN=skAbc… in the environment, “skAbc…” on a page  →  stop
 */
import { abreast, bytesIn } from '../release/draft.ts'
import type { Finding, Gate } from './finding.ts'

/** A robot token of Sanity is `sk` and some 180 letters and digits. */
const TOKEN = /\bsk[A-Za-z0-9]{60,}\b/u
const SHORTEST = 8

export const secretGate: Gate = async ({ draft, secrets }) => {
  const values = Object.entries(secrets).filter(([, value]) => value.length >= SHORTEST)
  const findings: Finding[] = []
  await abreast(draft.changed, async (path) => {
    const bytes = await bytesIn(draft, path)
    const found = values.find(([, value]) => bytes.includes(value))?.[0]
    const token = found ?? (TOKEN.test(bytes.toString('latin1')) ? 'a token of Sanity’s' : undefined)
    if (token !== undefined)
      findings.push({
        stop: `expected no secret in ${path}, found the value of ${token}; change that secret, take it out of the document or template, and publish again`,
      })
  })
  return findings
}

/** An environment in, the variables out whose names say that their values are nobody else's business. */
export function secretsOf(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && /TOKEN|SECRET|PASSWORD|PASSWD|PRIVATE|CREDENTIAL|API_?KEY/iu.test(entry[0]),
    ),
  )
}
