/**
 * The few facts about project and user that the client, its tools and the Studio's frame ask for.
 *
 *   GET /users/me  →  {"id":"lake","name":"本机编辑","roles":[{"name":"administrator",…}],…}
 *   GET /ping      →  {"pong":true}
 *
 * Much of hosted Sanity (members, schedules, telemetry, features of a plan) has no meaning for one newsroom's file. It is answered
 * with "none" instead of 404, so that the Studio's console holds only what is worth reading.
 */
import { answerJson } from './answer.ts'
import { readJson } from './body.ts'
import type { Call, Endpoint, LakeContext, Line } from './context.ts'
import { type Editor, NOBODY, editorById, editorOf } from './editor.ts'
import { isRecord } from './json.ts'

const ROLES = [{ name: 'administrator', title: 'Administrator' }]
const userOf = ({ id, name }: Editor) => ({
  id,
  name,
  displayName: name,
  email: 'editor@localhost',
  role: 'administrator',
  roles: ROLES,
  provider: 'lake',
})
const EVERYTHING = [
  { filter: '_id in path("**")', permissions: ['read', 'create', 'update', 'history', 'manage', 'editHistory'] },
]

export const accountRoutes: readonly Line[] = [
  [['GET'], '/ping', always({ pong: true })],
  [['GET'], '/data/ping', always({ pong: true })],
  [['GET'], '/data/ping/:dataset', always({ pong: true })],
  [['GET'], '/check/cors', always({ result: { allowed: true, withCredentials: true } })],
  [['GET'], '/auth/id', meEndpoint(({ id }) => ({ id }))],
  [['GET'], '/auth/providers', always({ providers: [{ name: 'lake', title: '本机登录', url: '/sign-in' }] })],
  [['POST'], '/auth/logout', always({})],
  [['GET'], '/users/me', meEndpoint(userOf)],
  [['GET'], '/users/:ids', usersEndpoint],
  [['PUT', 'POST'], '/users/me/keyvalue', keepKeyValues],
  [['GET'], '/users/me/keyvalue/:keys', readKeyValues],
  [['GET'], '/projects', (context) => answerJson([describeProject(context)])],
  [['GET'], '/projects/:project', (context) => answerJson(describeProject(context))],
  [['GET'], '/projects/:project/datasets', datasetsEndpoint],
  [['GET'], '/projects/:project/datasets/:dataset/acl', always(EVERYTHING)],
  [['GET'], '/projects/:project/grants', always({})],
  [['GET'], '/projects/:project/permissions', always([])],
  [['GET'], '/projects/:project/user-applications', always([])],
  [['GET'], '/projects/:project/users/:ids', usersEndpoint],
  [['GET'], '/projects/:project/features', always([])],
  [['GET'], '/projects/:project/features/:name', always(false)],
  [['GET'], '/datasets', datasetsEndpoint],
  [['GET'], '/features', always([])],
  [['GET'], '/features/:name', always(false)],
  [['GET'], '/intake/telemetry-status', always({ status: 'denied' })],
  [['POST'], '/intake/batch', always({})],
  [['POST'], '/intake/feedback', always({})],
  [['GET', 'POST'], '/intake/:name', always({})],
  [['GET'], '/journey/:name', always({})],
  [['GET'], '/journey/:name/:id', always({})],
  [['GET'], '/help', always({})],
  [['GET'], '/schedules/:project/:dataset', always({ schedules: [] })],
  [['POST'], '/descriptors/claim', always({})],
  [['GET'], '/data/references/:dataset/documents/:id/to', always({ totalCount: 0, references: [] })],
]

function always(value: unknown): Endpoint {
  return () => answerJson(value)
}

function meEndpoint(told: (editor: Editor) => unknown): Endpoint {
  return (_context, { request }) => answerJson(told(editorOf(request.headers.get('cookie'))))
}

/** One id is answered with one user, several with a list. */
function usersEndpoint(_context: LakeContext, { names }: Call): Response {
  const ids = (names['ids'] ?? '').split(',')
  const users = ids.map((id) => userOf(editorById(id)))
  return answerJson(users.length === 1 ? users[0] : users)
}

function describeProject({ projectId }: LakeContext): unknown {
  const members = [{ id: NOBODY.id, role: 'administrator', roles: ROLES, isCurrentUser: true, isRobot: false }]
  return {
    id: projectId,
    displayName: projectId,
    studioHost: null,
    organizationId: null,
    members,
    metadata: {},
    features: [],
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
  }
}

function datasetsEndpoint({ dataset }: LakeContext): Response {
  return answerJson([{ name: dataset, aclMode: 'private' }])
}

/** The Studio's own preferences, such as how lists are sorted: kept while the process runs, they are not worth a table. */
const KEPT = new WeakMap<LakeContext, Map<string, unknown>>()
const MOST_KEPT = 1_000

function readKeyValues(context: LakeContext, { names }: Call): Response {
  const keys = (names['keys'] ?? '').split(',')
  return answerJson(keys.map((key) => ({ key, value: KEPT.get(context)?.get(key) ?? null })))
}

async function keepKeyValues(context: LakeContext, { request }: Call): Promise<Response> {
  const body = await readJson(request, 100_000)
  const pairs = Array.isArray(body) ? body.filter(isRecord) : []
  const kept = KEPT.get(context) ?? new Map<string, unknown>()
  KEPT.set(context, kept)
  for (const { key, value } of pairs) if (typeof key === 'string' && kept.size < MOST_KEPT) kept.set(key, value)
  return answerJson(pairs)
}
