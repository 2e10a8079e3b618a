/**
 * Sends a change until the lake has answered, always the same change.
 *
 *   const send = steadyChanges(fetch, hold)
 *   await send('…/data/actions/production', { method: 'POST', body: '{"transactionId":"t1", …}' })
 *     lake is away for a second     →  sent again as t1, and answered when it is back
 *     its answer was lost on the way →  sent again as t1, refused as known, answered { transactionId: 't1' }
 *
 * Left alone, the Studio sends a change whose answer it has not seen again under a new transaction's name; if only the answer was
 * lost, the lake would take the words a second time.
 */
export type Ask = (input: string, init?: RequestInit) => Promise<Response>

/** Told when something stays unsaved, until it is released: an editor is asked before the page is closed. */
export type Hold = () => () => void

const CHANGE = /\/data\/(?:actions|mutate)\//u
/** From a proxy these three say nothing about whether the change was taken; from the lake, 503 says that it was not. */
const PASSING = new Set([502, 503, 504])
/** Milliseconds between attempts: soon at first, for a lake that is started again is back within two seconds. */
const FIRST = 250
const MOST = 2_000

export function steadyChanges(ask: Ask, hold: Hold): Ask {
  return async (input, init) => {
    const id = CHANGE.test(input) ? transactionOf(init) : undefined
    if (id === undefined) return ask(input, init)
    const answer = await attempt(ask, input, init)
    if (answer !== undefined) return answer
    const release = hold()
    try {
      return await sendAgain(ask, input, init, id)
    } finally {
      release()
    }
  }
}

async function sendAgain(ask: Ask, input: string, init: RequestInit | undefined, id: string): Promise<Response> {
  for (let wait = FIRST; ; wait = Math.min(wait * 2, MOST)) {
    await pause(wait, init?.signal)
    const answer = await attempt(ask, input, init)
    if (answer !== undefined) return (await isKnown(answer)) ? taken(id) : answer
  }
}

/** `undefined`: nobody knows whether it was taken. Throws when the caller has given up. */
async function attempt(ask: Ask, input: string, init: RequestInit | undefined): Promise<Response | undefined> {
  try {
    const answer = await ask(input, init)
    return PASSING.has(answer.status) ? undefined : answer
  } catch (error) {
    if (init?.signal?.aborted === true) throw error
    return undefined
  }
}

async function isKnown(answer: Response): Promise<boolean> {
  return answer.status === 409 && (await answer.clone().text()).includes('"transactionAlreadyExistsError"')
}

function taken(transactionId: string): Response {
  return Response.json({ transactionId, results: [] })
}

/** A change without a name of its own can't be told from its twin: it is sent once. */
function transactionOf(init: RequestInit | undefined): string | undefined {
  if (init?.method?.toUpperCase() !== 'POST' || typeof init.body !== 'string') return undefined
  const body: unknown = JSON.parse(init.body)
  if (typeof body !== 'object' || body === null || !('transactionId' in body)) return undefined
  return typeof body.transactionId === 'string' ? body.transactionId : undefined
}

/** Until the time is over, the network says that it is back, or the caller gives up. */
export function pause(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      globalThis.removeEventListener?.('online', end)
      done()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
    globalThis.addEventListener?.('online', end)
  })
}
