/**
 * Ways to spoil an answer.
 *
 *   only('article', half)     half a body for the articles; every other request passes unharmed
 *   result(() => [])          the lake's answer with another result
 *   lines('article', () => []) an export whose articles are others
 */
import { pass, withResult, type Fault } from './faulty.ts'

/** The fault where the request is of that kind; every other passes unharmed. */
export const only =
  (kind: string, fault: Fault): Fault =>
  (passing) =>
    passing.kind === kind ? fault(passing) : pass(passing)

export const status =
  (code: number, body: string, type = 'application/json'): Fault =>
  ({ outgoing }) => {
    outgoing.writeHead(code, { 'content-type': type }).end(body)
  }

export const result =
  (change: (result: unknown) => unknown): Fault =>
  (passing) =>
    withResult(passing, change)

export const lines =
  (type: string, change: (all: object[]) => object[]): Fault =>
  (passing) => {
    const all = passing.body
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line): object => JSON.parse(line))
    const { own = [], others = [] } = Object.groupBy(all, (one) =>
      '_type' in one && one._type === type ? 'own' : 'others',
    )
    pass(passing, [...others, ...change(own)].map((one) => `${JSON.stringify(one)}\n`).join(''))
  }

/** Chunked, so that nothing but the JSON itself tells that half is missing. */
export const half: Fault = ({ outgoing, body }) => {
  outgoing.writeHead(200, { 'content-type': 'application/json' })
  outgoing.write(body.subarray(0, body.length / 2))
  outgoing.end()
}

/** A byte in forty milliseconds. */
export const drip: Fault = ({ outgoing, body }) => {
  outgoing.writeHead(200, { 'content-type': 'application/json' })
  let at = 0
  const timer = setInterval(() => outgoing.write(body.subarray(at, (at += 1))), 40)
  outgoing.on('close', () => clearInterval(timer))
}

export const cut: Fault = ({ outgoing, body, type }) => {
  outgoing.writeHead(200, { 'content-type': type, 'content-length': body.length })
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy())
}
