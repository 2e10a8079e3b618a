/**
 * A lake and the unmodified @sanity/client in front of it, in process or over a real port.
 *
 *   const { client, lake } = await connect()
 *   await client.create({ _type: 'article' })
 */
import { type ClientConfig, ClientError, type SanityClient, ServerError, createClient } from '@sanity/client'
import { onTestFinished } from 'vitest'
import type { LakeDocument } from '../../src/lake/json.ts'
import { type Lake, type LakeOptions, openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'

interface Connection {
  readonly client: SanityClient
  readonly lake: Lake
  /** The same client without a word about perspective or drafts: raw sees everything. */
  readonly raw: SanityClient
  /** What a program without the client would do. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
}

type Way = (options?: Partial<LakeOptions>) => Promise<Connection>

export const TOKEN = 'sk-test'

export const connect: Way = async (options = {}) => {
  const lake = openLake({ file: ':memory:', ...options })
  onTestFinished(() => lake.close())
  return connection(lake, inProcess(lake), (path, init) => lake.fetch(new Request(`http://lake${path}`, signed(init))))
}

export const connectOverPort: Way = async (options = {}) => {
  const lake = openLake({ file: ':memory:', ...options })
  const served = await serveLake(lake, { port: 0, token: TOKEN })
  onTestFinished(async () => {
    await served.close()
    lake.close()
  })
  const config = { apiHost: served.url, useProjectHostname: false }
  return connection(lake, config, (path, init) => fetch(`${served.url}${path}`, signed(init)))
}

/** Every conformance case runs both ways: as a function call, and through sockets as a browser would. */
export const WAYS: readonly (readonly [string, Way])[] = [
  ['in process', connect],
  ['over a port', connectOverPort],
]

function inProcess(lake: Lake): Pick<ClientConfig, 'resolveFetch'> {
  return { resolveFetch: () => (url, init) => lake.fetch(new Request(url, streamed(init ?? {}))) }
}

export function configure(config: ClientConfig): SanityClient {
  return createClient({
    projectId: 'zebian',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    token: TOKEN,
    maxRetries: 0,
    ...config,
  })
}

/** Puts documents that may refer to one another into a lake, in one transaction. */
export async function fill(client: SanityClient, documents: readonly LakeDocument[]): Promise<void> {
  const transaction = client.transaction()
  for (const document of documents) transaction.create(document)
  await transaction.commit()
}

/** The error of a promise that must fail, with what a caller can decide on. */
export async function failure(promise: Promise<unknown>): Promise<ClientError | ServerError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof ClientError || error instanceof ServerError) return error
    throw error
  }
  throw new Error('Expected a ClientError or ServerError, found success')
}

function connection(lake: Lake, config: ClientConfig, ask: Connection['ask']): Connection {
  const client = configure(config)
  return { client, lake, raw: client.withConfig({ perspective: 'raw' }), ask }
}

/** As the client would send it; a test of what happens without says so with headers of its own. */
function signed(init: RequestInit = {}): RequestInit {
  if (init.method !== 'POST' || init.headers !== undefined) return init
  return { ...init, headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' } }
}

function streamed<T extends { body?: unknown }>(init: T): T & { duplex?: string } {
  return init.body instanceof ReadableStream ? { ...init, duplex: 'half' } : init
}
