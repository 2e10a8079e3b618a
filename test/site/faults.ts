/**
 * What can go wrong between the lake and the build, and what the build must say of it.
 *
 *   FAULTS[0]  →  { name: 'a connection reset', fault, says: /…/ }
 */
import { pass, type Fault } from './faulty.ts'
import { cut, drip, half, lines, only, result, status } from './spoil.ts'

interface NamedFault {
  name: string
  fault: Fault
  says: RegExp
  /** Settings of the build, where the fault needs some. */
  environment?: Record<string, string>
}

const SHORT = { SANITY_TIMEOUT: '700' }
const NETWORK =
  /^zebian: expected an answer from the lake, found: .+; check SANITY_PROJECT_ID, SANITY_API_HOST and the network/u
const EXPORT =
  /^zebian: expected a document a line in the lake’s export, found “.*”; the export was cut or is not the lake’s/u
const NOTHING = /^zebian: expected .+, found nothing .*in the answer to /u
const PORTAL = '<!DOCTYPE html><title>Wi-Fi</title><p>请先登录</p>'

/** Documents that the export does not have. */
const missing = (type: string, name: string, change: (all: object[]) => object[]): NamedFault[] => [
  {
    name: `an export with fewer ${name} (${change([{}, {}]).length} of 2)`,
    fault: only('export', lines(type, change)),
    says: new RegExp(`expected \\d+ ${name} as the lake counts them, found \\d+; the answers are not whole`, 'u'),
  },
]

/** At the first build, when all is new. */
export const FAULTS: readonly NamedFault[] = [
  { name: 'connections reset', fault: ({ outgoing }) => outgoing.destroy(), says: NETWORK },
  {
    name: 'a connection reset at the export',
    fault: only('export', ({ outgoing }) => outgoing.destroy()),
    says: NETWORK,
  },
  { name: 'status 500', fault: status(500, '{"error":"Internal","message":"out of order"}'), says: NETWORK },
  { name: 'status 502 in HTML', fault: status(502, '<h1>Bad Gateway</h1>', 'text/html'), says: NETWORK },
  {
    name: 'status 401',
    fault: status(401, '{"statusCode":401,"error":"Unauthorized","message":"Session not found"}'),
    says: NETWORK,
  },
  {
    name: 'status 404',
    fault: status(404, '{"statusCode":404,"error":"Not Found","message":"Dataset not found"}'),
    says: NETWORK,
  },
  { name: 'a server that never answers', fault: () => {}, says: NETWORK, environment: SHORT },
  {
    name: 'a server that stops in the middle',
    fault: ({ outgoing }) => void outgoing.write('{"ms":1,'),
    says: NETWORK,
    environment: SHORT,
  },
  {
    name: 'a slow drip',
    fault: only('export', drip),
    says: /^zebian: expected an answer that goes on, found the lake’s export at .+ standing still for 700 ms/u,
    environment: SHORT,
  },
  {
    name: 'status 500 for the export',
    fault: only('export', status(500, '{"error":"Internal","message":"out of order"}')),
    says: /expected the lake’s export at .+, found status 500/u,
  },
  { name: 'HTML with status 200', fault: status(200, PORTAL, 'text/html'), says: NOTHING },
  {
    name: 'HTML with status 200 for the export',
    fault: only('export', status(200, PORTAL, 'text/html')),
    says: EXPORT,
  },
  {
    name: 'a way to another page',
    fault: ({ outgoing }) => outgoing.writeHead(302, { location: 'data:text/html,portal' }).end(),
    says: NOTHING,
  },
  { name: 'half an export, ended cleanly', fault: only('export', half), says: EXPORT },
  { name: 'an export shorter than its content-length', fault: only('export', cut), says: NETWORK },
  { name: 'an empty body', fault: status(200, ''), says: NOTHING },
  { name: 'an empty object', fault: status(200, '{}'), says: NOTHING },
  { name: 'an empty export', fault: only('export', status(200, '')), says: /as the lake counts them, found 0/u },
  {
    name: 'an empty result for the counts',
    fault: only(
      'counts',
      result(() => []),
    ),
    says: /expected .+, found an array of 0 /u,
  },
  {
    name: 'null for the counts',
    fault: only(
      'counts',
      result(() => null),
    ),
    says: /expected .+, found null /u,
  },
  ...missing('article', 'articles', (all) => all.slice(1)),
  ...missing('article', 'articles', () => []),
  ...missing('profile', 'profiles', (all) => all.slice(0, -1)),
  ...missing('sanity.imageAsset', 'pictures', (all) => all.slice(1)),
  ...missing('channel', 'channels', () => []),
  ...missing('source', 'sources', () => []),
  ...missing('site', 'site', () => []),
  {
    name: 'titles that are numbers',
    fault: only(
      'export',
      lines('article', (all) => all.map((one) => ({ ...one, title: 5 }))),
    ),
    says: /expected a string, found the number 5 at title of document article-/u,
  },
  {
    name: 'other documents',
    fault: only(
      'export',
      lines('article', (all) => all.map(() => ({ _id: 'channel-a', _type: 'channel', name: '甲', path: 'a' }))),
    ),
    says: /found nothing at _createdAt of document channel-a/u,
  },
  {
    name: 'a picture cut short',
    fault: only('picture', (passing) => pass(passing, passing.body.subarray(0, 99))),
    says: /expected the picture at .+ to have the sha1 [0-9a-f]{40}, found [0-9a-f]{40} over 99 bytes/u,
  },
  { name: 'a picture’s connection cut', fault: only('picture', cut), says: /^zebian: expected /u },
  {
    name: 'HTML for a picture',
    fault: only('picture', status(200, PORTAL, 'text/html')),
    says: /expected the picture at .+ to have the sha1/u,
  },
  {
    name: 'no such picture',
    fault: only('picture', status(404, '')),
    says: /expected the picture at .+, found status 404/u,
  },
  {
    name: 'a picture that never comes',
    fault: only('picture', () => {}),
    says: /^zebian: expected /u,
    environment: SHORT,
  },
]

/** At a later build, which asks what changed. */
export const LATER_FAULTS: readonly NamedFault[] = [
  {
    name: 'a connection reset at the heads',
    fault: only('heads', ({ outgoing }) => outgoing.destroy()),
    says: NETWORK,
  },
  { name: 'HTML for the heads', fault: only('heads', status(200, PORTAL, 'text/html')), says: NOTHING },
  {
    name: 'no heads',
    fault: only(
      'heads',
      result(() => []),
    ),
    says: /as the lake counts them, found 0/u,
  },
  { name: 'half the documents', fault: only('documents', half), says: NOTHING },
]
