/**
 * Keeps at it: files what each commit means for each hook, and sends it, one message of a hook at a time.
 *
 *   const sender = openSender(context, hooks, 'lake.sqlite.hooks')
 *   await sender.idle()   →  nothing left to send now
 *   await sender.close()
 *
 * What was committed while no sender ran, or by another process, is sent when one runs.
 */
import type { LakeContext } from '../context.ts'
import { deliver, fateOf } from './deliver.ts'
import type { Hook } from './hook.ts'
import { openOutbox, type Message, type Outbox } from './outbox.ts'
import { compileRule, type Rule } from './rule.ts'

export interface Sender {
  /** Resolves when everything that is due has been tried. */
  idle(): Promise<void>
  failed: Outbox['failed']
  /** Sends once more what nobody took; false when there is no such message, or its hook is none of these. */
  again(id: number): boolean
  close(): Promise<void>
}

/** Commits filed at a time: a whole archive may be loaded in one go. */
const MOST_MESSAGES = 1_000

interface Lane {
  readonly hook: Hook
  readonly rule: Rule
  running: Promise<void> | undefined
  again: boolean
  timer: NodeJS.Timeout | undefined
}

export function openSender(context: LakeContext, hooks: readonly Hook[], file: string): Sender {
  const { store, projectId, dataset } = context
  const byId = (id: string) => store.look((mirror) => mirror.get(id)?.document)
  const all = () => store.look(({ entries }) => entries.map(({ document }) => document))
  const lanes = hooks.map((hook): Lane => {
    return {
      hook,
      rule: compileRule(hook, { projectId, dataset, byId, all }),
      running: undefined,
      again: false,
      timer: undefined,
    }
  })
  const outbox = openOutbox(file)
  for (const { hook } of lanes) outbox.place(hook.name, store.lastSeq())
  const stop = new AbortController()
  const wake = (lane: Lane): void => {
    clearTimeout(lane.timer)
    lane.again = true
    if (stop.signal.aborted || lane.running !== undefined) return
    lane.running = work(lane).finally(() => {
      lane.running = undefined
    })
  }

  async function work(lane: Lane): Promise<void> {
    while (lane.again && !stop.signal.aborted) {
      lane.again = false
      try {
        await fileNew(context, outbox, lane)
        const at = await sendDue(context, outbox, lane, stop.signal)
        if (at !== undefined)
          lane.timer = setTimeout(() => wake(lane), Math.max(1, at - context.now().getTime())).unref()
      } catch (error) {
        // A full disk, say: the log keeps what could not be filed, and the next change or second brings it.
        console.error(`webhook “${lane.hook.name}”: ${error instanceof Error ? error.message : String(error)}`)
        lane.timer = setTimeout(() => wake(lane), 1_000).unref()
      }
    }
  }

  const unsubscribe = store.subscribe(() => lanes.forEach(wake))
  const forget = context.onClose(() => {
    stop.abort()
    unsubscribe()
  })
  lanes.forEach(wake)
  return {
    idle: async () => {
      while (lanes.some(({ running }) => running !== undefined)) await Promise.all(lanes.map(({ running }) => running))
    },
    failed: outbox.failed,
    again: (id) => {
      const lane = lanes.find(({ hook }) => outbox.failed().some((one) => one.id === id && one.hook === hook.name))
      if (lane === undefined) return false
      outbox.again(id, context.now().getTime())
      wake(lane)
      return true
    },
    close: async () => {
      stop.abort()
      unsubscribe()
      forget()
      for (const { timer } of lanes) clearTimeout(timer)
      await Promise.all(lanes.map(({ running }) => running))
      outbox.close()
    },
  }
}

async function fileNew({ store, now }: LakeContext, outbox: Outbox, { hook, rule }: Lane): Promise<void> {
  const since = outbox.place(hook.name, store.lastSeq())
  let messages: Message[] = []
  let upTo = since
  for (const { seq, transactionId, at, changes } of store.commits({ since })) {
    for (const change of changes) {
      const told = await rule(change)
      if (told !== undefined) messages.push({ ...told, document: change.id, transactionId, transactionTime: at })
    }
    upTo = seq
    if (messages.length < MOST_MESSAGES) continue
    outbox.file(hook.name, upTo, messages, now().getTime())
    messages = []
  }
  if (upTo > since) outbox.file(hook.name, upTo, messages, now().getTime())
}

/** When the next attempt is due; undefined when nothing waits. */
async function sendDue(
  { projectId, dataset, now }: LakeContext,
  outbox: Outbox,
  { hook }: Lane,
  signal: AbortSignal,
): Promise<number | undefined> {
  while (!signal.aborted) {
    const due = outbox.due(hook.name, now().getTime())
    if (due === undefined) return undefined
    if ('at' in due) return due.at
    const { message } = due
    const outcome = await deliver(hook, message, { projectId, dataset, now: now().getTime(), signal })
    if (signal.aborted) return undefined
    const fate = fateOf(outcome, message, now().getTime())
    if (fate === 'sent') outbox.sent(message.id)
    else if (fate === 'undeliverable') {
      outbox.undeliverable(message.id, outcome.why)
      console.error(
        `webhook “${hook.name}”: gave up on ${message.document} of ${message.transactionId}: ${outcome.why}`,
      )
    } else outbox.later(message.id, fate.at, outcome.why)
  }
  return undefined
}
