/**
 * No secret of this machine leaves it: every new byte is searched for the values of secret variables and for Sanity's tokens.
 *
 *   SANITY_TOKEN=skAbc… in the environment, “skAbc…” on a page  →  stop
 */
import type { Look } from './finding.ts'

/** A robot token of Sanity is `sk` and some 180 letters and digits. */
const TOKEN = /\bsk[A-Za-z0-9]{60,}\b/u
const SHORTEST = 8

export function secretLook(secrets: Readonly<Record<string, string>>): Look {
  const values = Object.entries(secrets).filter(([, value]) => value.length >= SHORTEST)
  const secretIn = (bytes: Buffer): string | undefined =>
    values.find(([, value]) => bytes.includes(value))?.[0] ??
    (TOKEN.test(bytes.toString('latin1')) ? 'a token of Sanity’s' : undefined)
  return {
    isFor: () => true,
    find: ({ path, bytes }) => {
      const secret = secretIn(bytes())
      if (secret === undefined) return undefined
      return {
        stop: `expected no secret in ${path}, found the value of ${secret}; change that secret, take it out of the document or template, and publish again`,
      }
    },
  }
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
