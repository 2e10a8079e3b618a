/**
 * The door for hooks: read to a limit, verified, put on disk, answered.
 *
 *   const receive = receiver({ secrets: ['…'], queue, now: Date.now, arrived: () => publisher.want() })
 *   createServer(receive)
 *     →  202 queued, or seen before; 400 not a hook; 401 not signed by us; 405; 408 too slow; 413 too big; 503 try again
 *
 * Sanity drops an event for ever on most 4xx and repeats it on 5xx and 429: what is our own trouble, a full disk above all, is a 503.
 * Nothing of an unverified body is parsed.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readHook } from './hook.ts'
import type { Queue } from './queue.ts'
import { judgeSignature, SIGNATURE_HEADER } from './signature.ts'

export interface ReceiverOptions {
  secrets: readonly string[]
  queue: Queue
  now: () => Date
  /** Called after a hook is on disk, and for one that was seen before too: a look costs little. */
  arrived: () => void
  /** Told of every answer, for the counts. */
  answered?: (status: number) => void
}

const MOST_BYTES = 256_000
/** Milliseconds for a whole body; a hook is some hundred bytes. */
const LONGEST = 8_000

export function receiver(options: ReceiverOptions): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    receive(options, incoming)
      .catch((error: unknown) => {
        console.error(`hook not queued: ${error instanceof Error ? error.message : String(error)}`)
        return { status: 503, say: 'not queued, try again' }
      })
      .then((answer) => reply(options, incoming, outgoing, answer))
      .catch(() => outgoing.destroy())
  }
}

interface Reply {
  status: number
  say: string
}

async function receive({ secrets, queue, now, arrived }: ReceiverOptions, incoming: IncomingMessage): Promise<Reply> {
  if (incoming.method !== 'POST') return { status: 405, say: 'POST only' }
  if (secrets.length === 0) return { status: 503, say: 'PUBLISH_SECRET is not set' }
  const body = await readBody(incoming)
  if (!(body instanceof Uint8Array)) return body
  const header = incoming.headers[SIGNATURE_HEADER]
  const at = now()
  const refusal = judgeSignature(typeof header === 'string' ? header : undefined, body, { secrets, now: at.getTime() })
  if (refusal !== undefined) return { status: 401, say: refusal }
  const words = readHook(parse(body), at)
  if (words === undefined) return { status: 400, say: 'expected a JSON object in UTF-8' }
  if (words.isNothing === true) return { status: 202, say: 'nothing to do' }
  // By the header's instant too: the same words sent again later are another hook.
  const digest = createHash('sha256').update(String(header)).update(body).digest('hex')
  const isNew = queue.add({ digest, documents: words.documents }, at.getTime())
  arrived()
  return { status: 202, say: isNew ? 'queued' : 'seen before' }
}

/** The raw bytes, or the answer to one who sends too many or too slowly. */
function readBody(incoming: IncomingMessage): Promise<Uint8Array | Reply> {
  if (Number(incoming.headers['content-length'] ?? 0) > MOST_BYTES) return Promise.resolve(TOO_BIG)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = (answer: Uint8Array | Reply): void => {
      clearTimeout(timer)
      incoming.removeAllListeners('data')
      resolve(answer)
    }
    const timer = setTimeout(() => end({ status: 408, say: 'too slow' }), LONGEST)
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > MOST_BYTES) end(TOO_BIG)
    })
    incoming.once('end', () => end(Buffer.concat(chunks)))
    // Its sender has gone and hears nothing; it will try again.
    incoming.once('error', () => end({ status: 400, say: 'cut off' }))
  })
}

const TOO_BIG: Reply = { status: 413, say: `expected at most ${MOST_BYTES} bytes` }

function parse(body: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

function reply(
  { answered }: ReceiverOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, say }: Reply,
): void {
  answered?.(status)
  const text = `${say}\n`
  outgoing.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(status === 405 ? { allow: 'POST' } : {}),
    ...(status === 503 ? { 'retry-after': '5' } : {}),
    // Whatever is still to come of a refused body is not read.
    ...(incoming.complete ? {} : { connection: 'close' }),
  })
  outgoing.end(text, () => {
    if (!incoming.complete) incoming.destroy()
  })
}
