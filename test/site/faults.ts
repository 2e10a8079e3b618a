/**
 * What can go wrong between the lake and the build, and what the build must say of it.
 *
 *   FAULTS[0]  →  { name: 'a connection reset', fault, says: /…/ }
 */
import { pass, type Fault } from './faulty.ts'
import { cut, drip, half, list, only, result, status } from './spoil.ts'

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
const NOTHING = /^zebian: expected .+, found nothing .*in the answer to /u
const PORTAL = '<!DOCTYPE html><title>Wi-Fi</title><p>请先登录</p>'

export const FAULTS: readonly NamedFault[] = [
  { name: 'connections reset', fault: ({ outgoing }) => outgoing.destroy(), says: NETWORK },
  {
    name: 'a connection reset at the articles',
    fault: only('article', ({ outgoing }) => outgoing.destroy()),
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
  { name: 'a slow drip', fault: only('article', drip), says: NETWORK, environment: SHORT },
  { name: 'HTML with status 200', fault: status(200, PORTAL, 'text/html'), says: NOTHING },
  {
    name: 'HTML with status 200 at the profiles',
    fault: only('profile', status(200, PORTAL, 'text/html')),
    says: NOTHING,
  },
  {
    name: 'a way to another page',
    fault: ({ outgoing }) => outgoing.writeHead(302, { location: 'data:text/html,portal' }).end(),
    says: NOTHING,
  },
  { name: 'half a JSON body, ended cleanly', fault: only('article', half), says: NOTHING },
  { name: 'a body shorter than its content-length', fault: only('article', cut), says: NETWORK },
  { name: 'an empty body', fault: status(200, ''), says: NOTHING },
  { name: 'an empty object', fault: status(200, '{}'), says: NOTHING },
  {
    name: 'no articles',
    fault: only(
      'article',
      result(() => []),
    ),
    says: /expected \d+ articles as the lake counts them, found 0/u,
  },
  { name: 'an empty result to everything', fault: result(() => []), says: /expected .+, found an array of 0 /u },
  { name: 'null to everything', fault: result(() => null), says: /expected .+, found null /u },
  {
    name: 'null for the articles',
    fault: only(
      'article',
      result(() => null),
    ),
    says: /expected an array, found null /u,
  },
  {
    name: 'an article short',
    fault: only(
      'article',
      result((all) => list(all).slice(1)),
    ),
    says: /expected \d+ articles as the lake counts them, found \d+; the answers are not whole/u,
  },
  {
    name: 'a profile short',
    fault: only(
      'profile',
      result((all) => list(all).slice(0, -1)),
    ),
    says: /expected \d+ profiles as the lake counts them/u,
  },
  {
    name: 'a picture’s record short',
    fault: only(
      'sanity.imageAsset',
      result((all) => list(all).slice(1)),
    ),
    says: /expected \d+ pictures as the lake counts them/u,
  },
  {
    name: 'no channels',
    fault: only(
      'channel',
      result(() => []),
    ),
    says: /expected \d+ channels as the lake counts them, found 0/u,
  },
  {
    name: 'no sources',
    fault: only(
      'source',
      result(() => []),
    ),
    says: /expected \d+ sources as the lake counts them, found 0/u,
  },
  {
    name: 'no site',
    fault: only(
      'site',
      result(() => null),
    ),
    says: /expected .*site.*, found/u,
  },
  {
    name: 'titles that are numbers',
    fault: only(
      'article',
      result((all) => list(all).map((one) => ({ ...Object(one), title: 5 }))),
    ),
    says: /expected a string, found the number 5 at title of document article-/u,
  },
  {
    name: 'articles without an order',
    fault: only(
      'article',
      result((all) => list(all).toReversed()),
    ),
    says: /expected ids after “.+”, found “.+”; the server does not order/u,
  },
  {
    name: 'answers to other questions',
    fault: only(
      'article',
      result(() => [{ _id: 'channel-a', _type: 'channel', name: '甲', path: 'a' }]),
    ),
    says: /expected "article", found the string "channel"|expected .+, found .+ of document channel-a/u,
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
