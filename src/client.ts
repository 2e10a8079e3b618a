/**
 * The one door to documents: the embedded lake in this process, or hosted Sanity (or anything that speaks its API), by settings.
 *
 *   const door = openDoor(readSettings(process.env))
 *   await door.ask('*[_type == "site"][0]')   →  whatever the lake answered, to be checked by who asked
 *   await door.export(['article'])             →  every article as it streams in, a line of JSON each
 *   await door.picture({ path, sha1hash })     →  the picture's bytes
 *   door.close()
 *
 * The same `@sanity/client`, queries and checks serve both; only what carries the request differs.
 */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { openLake, type Lake, type LakeOptions } from './lake/lake.ts'
import type { Hosted, Settings } from './settings.ts'

/** The date of the API that the queries were written against. */
const API_VERSION = '2025-02-19'
const PICTURES_OF_SANITY = 'https://cdn.sanity.io'

export interface Door {
  client: SanityClient
  /** The lake itself when it lives in this process. */
  lake: Lake | undefined
  ask(query: string, params?: Record<string, unknown>): Promise<unknown>
  /** Throws unless the answer begins with status 200; a stream that breaks throws where it is read. */
  export(types: readonly string[]): Promise<AsyncIterable<Uint8Array>>
  picture(asset: { path: string; sha1hash: string | null }): Promise<Uint8Array>
  close(): void
}

/** Of an embedded lake: bytes of documents that are kept parsed, and whether its file is looked over (src/lake/lake.ts). */
type Embedding = Pick<LakeOptions, 'room' | 'lookOver'>

/** Settings in; the way to the documents out. */
export function openDoor(settings: Settings, embedding: Embedding = {}): Door {
  return settings.hosted === undefined ? embedded(settings, embedding) : hosted(settings.hosted)
}

function embedded({ lake: { file, port, token } }: Settings, embedding: Embedding): Door {
  mkdirSync(dirname(file), { recursive: true })
  const lake = openLake({
    file,
    publicUrl: `http://localhost:${port}`,
    // Beside whatever a command prints.
    tell: (line) => console.error(line),
    ...(token === undefined ? {} : { token }),
    ...embedding,
  })
  const apiHost = 'http://lake.localhost'
  const carry: Carry = (input, init) => lake.fetch(new Request(input, init))
  const client = createClient({
    projectId: 'zebian',
    dataset: 'production',
    apiHost,
    useProjectHostname: false,
    apiVersion: API_VERSION,
    useCdn: false,
    perspective: 'published',
    // Sanity's importer refuses a client without one; a lake without a token of its own looks at none.
    token: token ?? 'embedded',
    resolveFetch: () => carry,
  })
  return { ...doorOf(client, apiHost, carry), lake, close: () => lake.close() }
}

function hosted({ projectId, dataset, token, apiHost, timeout }: Hosted): Door {
  const client = createClient({
    projectId,
    dataset,
    apiVersion: API_VERSION,
    useCdn: false,
    perspective: 'published',
    timeout,
    ...(token === undefined ? {} : { token }),
    ...(apiHost === undefined ? {} : { apiHost, useProjectHostname: false }),
  })
  const carry: Carry = (input, init) => fetch(input, { signal: AbortSignal.timeout(timeout), ...init })
  return { ...doorOf(client, apiHost ?? PICTURES_OF_SANITY, carry), lake: undefined, close: () => {} }
}

type Carry = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

function doorOf(
  client: SanityClient,
  pictures: string,
  carry: Carry,
): Pick<Door, 'client' | 'ask' | 'export' | 'picture'> {
  return {
    client,
    // Unfiltered, because the client stumbles over an empty body; with a signal, because without one its time-out only stops
    // waiting: the connection stays open, and the process with it.
    ask: async (query, params = {}) => {
      const options = { filterResponse: false, returnQuery: false, signal: new AbortController().signal } as const
      const answer: unknown = await client.fetch<unknown, Record<string, unknown>>(query, params, options)
      return typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined
    },
    export: async (types) => {
      const { dataset = '', token, timeout } = client.config()
      const url = `${client.getUrl(`/data/export/${dataset}`)}?types=${types.map(encodeURIComponent).join()}`
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
      return exported(url, headers, carry, timeout)
    },
    picture: async ({ path, sha1hash }) => {
      const url = `${pictures.replace(/\/+$/u, '')}/${path}`
      const response = await carry(url)
      if (!response.ok)
        throw new Error(
          `expected the picture at ${url}, found status ${response.status}; upload it again in the Studio`,
        )
      const bytes = new Uint8Array(await response.arrayBuffer())
      const found = createHash('sha1').update(bytes).digest('hex')
      if (sha1hash !== null && found !== sha1hash)
        throw new Error(
          `expected the picture at ${url} to have the sha1 ${sha1hash}, found ${found} over ${bytes.length} bytes; the answer was cut: build again`,
        )
      return bytes
    },
  }
}

/** A whole archive takes longer than one answer may: the time begins anew with every so many bytes, so that no drip keeps a build. */
const LEAST_BYTES = 65_536

async function exported(
  url: string,
  headers: Record<string, string>,
  carry: Carry,
  timeout: number | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const stop = new AbortController()
  const clock = timeout === undefined ? undefined : setTimeout(() => stop.abort(tooSlow(url, timeout)), timeout)
  const response = await carry(url, { headers, signal: stop.signal }).catch((error: unknown) => {
    clearTimeout(clock)
    throw error
  })
  if (!response.ok || response.body === null) {
    clearTimeout(clock)
    throw new Error(
      `expected the lake’s export at ${url}, found status ${response.status}; check SANITY_TOKEN and the address, and try again`,
    )
  }
  let bytes = 0
  const tick = (more: number): void => {
    bytes += more
    if (bytes < LEAST_BYTES) return
    bytes = 0
    clock?.refresh()
  }
  return pieces(response.body, tick, () => clearTimeout(clock))
}

async function* pieces(
  body: AsyncIterable<Uint8Array>,
  tick: (bytes: number) => void,
  end: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of body) {
      tick(piece.byteLength)
      yield piece
    }
  } finally {
    end()
  }
}

const tooSlow = (url: string, timeout: number): Error =>
  new Error(
    `expected an answer that goes on, found the lake’s export at ${url} standing still for ${timeout} ms; check the network and try again`,
  )
