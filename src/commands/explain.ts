/**
 * What went wrong, in one line for whoever can mend it, or with its stack where it is a bug of ours.
 *
 *   explain(new Error('expected a port …, found “x” in SITE_PORT; …'))   →  'zebian: expected a port …'
 *   explain(connection refused)   →  'zebian: expected an answer from the lake, found: fetch failed: ECONNREFUSED; check …'
 */
import { ClientError, ServerError } from '@sanity/client'

/** Ours are written for the reader and carry `expected`; the lake's and the network's say enough in one line; all else is a bug. */
export function explain(error: unknown): string {
  const causes = chainOf(error)
  const ours = causes.find(({ message }) => /^expected /iu.test(message))
  if (ours !== undefined) return `zebian: ${ours.message}`
  const network = causes.find(isNetwork)
  if (network !== undefined) {
    const found = [...new Set(causes.slice(causes.indexOf(network)).map(wordsOf))].join(': ')
    return `zebian: expected an answer from the lake, found: ${found}; check SANITY_PROJECT_ID, SANITY_API_HOST and the network, and try again`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (
    let at = error;
    at instanceof Error && !chain.includes(at);
    at = 'originalError' in at ? at.originalError : at.cause
  )
    chain.push(at)
  return chain
}

/** A connection that failed; a disk that is full has a code too, and is none. */
const isNetwork = (error: Error): boolean =>
  error instanceof ClientError ||
  error instanceof ServerError ||
  /^(?:ECONN|EAI_|EHOST|ENET|ENOTFOUND|EPIPE|ETIMEDOUT|UND_)/u.test(codeOf(error)) ||
  /fetch|timed? ?out|network|socket/iu.test(error.message)

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

/** An error on both families of address has a code and no words. */
const wordsOf = (error: Error): string => error.message || codeOf(error) || error.name
