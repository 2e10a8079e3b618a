/**
 * The Studio's door to the embedded lake: the address that serves the Studio answers it too.
 *
 *   lakeClient({ projectId: 'zebian', dataset: 'production', … })  →  a client of `http://localhost:3333`, no account, no other origin
 */
import { createClient, type ClientConfig, type SanityClient } from '@sanity/client'

/** Where the Studio keeps that an editor has closed its warning of slow connections. */
const SNOOZED = 'sanity-studio.network.check.snooze'

export function lakeClient(options: ClientConfig): SanityClient {
  // The Studio warns of HTTP/1.1, whose few connections its listeners would use up. The lake gives listeners ports of their own, and
  // an editor can do nothing about the protocol: the warning would be wrong and in the way.
  sessionStorage.setItem(SNOOZED, new Date().toISOString())
  return createClient({ ...options, apiHost: location.origin, useProjectHostname: false })
}
