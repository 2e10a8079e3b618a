/**
 * Keeps a listener's stream whole while the lake is started again: the reader sees a pause, not an end.
 *
 *   const listen = steadyStreams(fetch)
 *   await listen('…/data/listen/production?…', { headers: { accept: 'text/event-stream' } })
 *     →  a stream of whole events; when its connection breaks, the next one takes up after the last event that was handed on
 *
 * Without this the form turns read-only within a fifth of a second, and letters that an input method has under way are lost. A lake that
 * stays away longer than a few seconds is another matter: then the stream ends, and the Studio says so and locks the form.
 */
import { pause, type Ask } from './changes.ts'

/** Milliseconds. A restart takes about two seconds; what is typed in the meantime waits in `changes.ts`. */
const PATIENCE = 8_000
const RETRY = 300

/** `patience` in milliseconds: how long a lake may be away before the reader is told. */
export function steadyStreams(ask: Ask, patience: number = PATIENCE): Ask {
  return async (input, init) => {
    const first = await ask(input, init)
    if (!isStream(first) || first.body === null) return first
    const { status, headers } = first
    return new Response(wholeEvents(first.body, { input, init, ask, patience }), { status, headers })
  }
}

interface Line {
  readonly input: string
  readonly init: RequestInit | undefined
  readonly ask: Ask
  readonly patience: number
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>

function wholeEvents(first: Bytes, line: Line): Bytes {
  const told = events(first, line)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await told.next()
      if (next.done === true) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await told.return(undefined)
    },
  })
}

/** Half an event at the end of a broken connection is dropped: the lake tells it again, whole. */
async function* events(first: Bytes, line: Line): AsyncGenerator<string, undefined> {
  let lastEvent: string | undefined
  let body: Bytes | undefined = first
  while (body !== undefined) {
    let rest = ''
    for await (const text of texts(body)) {
      const told: string = rest + text
      const end = told.lastIndexOf('\n\n') + 2
      rest = end < 2 ? told : told.slice(end)
      if (end < 2) continue
      const whole = told.slice(0, end)
      lastEvent = lastIdIn(whole) ?? lastEvent
      yield whole
    }
    body = await again(line, lastEvent)
  }
  throw new TypeError('expected the lake to be back, found it still away')
}

/** Ends, and throws nothing, when the connection breaks: however it broke, the next one tells what was missed. */
async function* texts(body: Bytes): AsyncGenerator<string, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const read = (): Promise<Uint8Array | undefined> =>
    reader.read().then(
      ({ value }) => value,
      () => undefined,
    )
  for (let bytes = await read(); bytes !== undefined; bytes = await read())
    yield decoder.decode(bytes, { stream: true })
}

function lastIdIn(events: string): string | undefined {
  return [...events.matchAll(/^id: ?(.*)$/gmu)].at(-1)?.[1]
}

/** The next connection; undefined when there is none within patience, or nobody waits for it any more. */
async function again({ input, init, ask, patience }: Line, lastEvent: string | undefined): Promise<Bytes | undefined> {
  const headers = new Headers(init?.headers)
  if (lastEvent !== undefined) headers.set('last-event-id', lastEvent)
  for (const until = Date.now() + patience; Date.now() < until && init?.signal?.aborted !== true;) {
    const answer = await ask(input, { ...init, headers }).catch(() => undefined)
    if (answer !== undefined && isStream(answer) && answer.body !== null) return answer.body
    await pause(Math.min(RETRY, patience), init?.signal)
  }
  return undefined
}

function isStream({ ok, headers }: Response): boolean {
  return ok && headers.get('content-type')?.startsWith('text/event-stream') === true
}
