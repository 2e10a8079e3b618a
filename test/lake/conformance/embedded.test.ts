/** Our own lake, both ways. */
import { afterAll } from 'vitest'
import { openLake } from '../../../src/lake/lake.ts'
import { serveLake } from '../../../src/lake/serve.ts'
import { configure, TOKEN } from '../connect.ts'
import { conformance } from './cases.ts'

const lake = openLake({ file: ':memory:' })
const served = await serveLake(lake, { port: 0, token: TOKEN })
afterAll(async () => {
  await served.close()
  lake.close()
})

conformance('in process', () =>
  configure({ resolveFetch: () => (url, init) => lake.fetch(new Request(url, streamed(init))) }),
)
conformance('over a port', () => configure({ apiHost: served.url, useProjectHostname: false }))

function streamed<T extends { body?: unknown }>(init?: T) {
  return init?.body instanceof ReadableStream ? { ...init, duplex: 'half' } : init
}
