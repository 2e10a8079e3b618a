/**
 * Server-sent events as a Response.
 *
 *   eventStream((send) => { send({ event: 'welcome', data: {} }); return unsubscribe }, context.onClose)
 *   →  200 text/event-stream   "event: welcome\ndata: {}\n\n"
 *
 * A comment every 15 s keeps proxies from closing a quiet stream. A reader that does not read is let go, and will come
 * back and resume.
 */
export interface ServerEvent {
  readonly event: string
  readonly id?: string | undefined
  readonly data: unknown
}

export type Send = (event: ServerEvent) => void

const KEEP_ALIVE_MS = 15_000
/** How soon a client comes back after a restart; unless told, it waits three seconds, in which editors type on. */
const RETRY_MS = 500
const UNREAD_BYTES = 16_000_000

/** `begin` may send at once, and returns what must be done when the reader has gone. */
export function eventStream(begin: (send: Send) => () => void, onClose: (end: () => void) => () => void): Response {
  const cleanUps: (() => void)[] = []
  const stop = (): void => {
    for (const cleanUp of cleanUps.splice(0)) cleanUp()
  }
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      const write = (text: string): void => {
        controller.enqueue(Buffer.from(text))
        if ((controller.desiredSize ?? 0) < 0) end()
      }
      const end = (): void => {
        stop()
        controller.close()
      }
      const timer = setInterval(() => write(':\n\n'), KEEP_ALIVE_MS).unref()
      cleanUps.push(() => clearInterval(timer), onClose(end))
      write(`retry: ${RETRY_MS}\n\n`)
      cleanUps.push(begin((event) => write(print(event))))
    },
    cancel: stop,
  }
  const body = new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: UNREAD_BYTES }))
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(body, { headers: { ...headers, 'x-accel-buffering': 'no' } })
}

function print({ event, id, data }: ServerEvent): string {
  const named = id === undefined ? '' : `id: ${id}\n`
  return `event: ${event}\n${named}data: ${JSON.stringify(data)}\n\n`
}
