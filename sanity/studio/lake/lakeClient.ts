/**
 * The Studio's door to the embedded lake: the address that serves the Studio answers it too.
 *
 *   lakeClient({ projectId: 'zebian', dataset: 'production', … })  →  a client of `http://localhost:3333`, no account, no other origin
 *
 * What an editor types while the lake is started again waits in the browser; until it is saved, closing the page asks first.
 */
import { createClient, type ClientConfig, type SanityClient } from '@sanity/client'
import { steadyChanges, type Ask } from './changes.ts'
import { steadyStreams } from './stream.ts'

/** Where the Studio keeps that an editor has closed its warning of slow connections. */
const SNOOZED = 'sanity-studio.network.check.snooze'

export function lakeClient(options: ClientConfig): SanityClient {
  // The Studio warns of HTTP/1.1, whose few connections its listeners would use up. The lake gives listeners ports of their own, and
  // an editor can do nothing about the protocol: the warning would be wrong and in the way.
  sessionStorage.setItem(SNOOZED, new Date().toISOString())
  return createClient({ ...options, apiHost: location.origin, useProjectHostname: false, resolveFetch: () => steady })
}

const ask: Ask = (input, init) => fetch(input, init)
const steady = steadyStreams(steadyChanges(ask, holdPage))

let held = 0

function holdPage(): () => void {
  held += 1
  if (held === 1) addEventListener('beforeunload', askFirst)
  return () => {
    held -= 1
    if (held === 0) removeEventListener('beforeunload', askFirst)
  }
}

const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault()
