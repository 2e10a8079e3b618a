/**
 * The few facts about project and user that the client and its tools ask for.
 *
 *   GET /users/me  →  {"id":"lake","name":"Local editor","roles":[{"name":"administrator",…}],…}
 *   GET /ping      →  {"pong":true}
 */
import { answerJson } from './answer.ts'
import type { Call, LakeContext } from './context.ts'

export function pingEndpoint(): Response {
  return answerJson({ pong: true })
}

export function meEndpoint(): Response {
  return answerJson({
    id: 'lake',
    name: 'Local editor',
    email: 'editor@localhost',
    role: 'administrator',
    roles: [{ name: 'administrator', title: 'Administrator' }],
    provider: 'lake',
  })
}

export function projectEndpoint({ projectId }: LakeContext, _call: Call): Response {
  return answerJson({
    id: projectId,
    displayName: projectId,
    studioHost: null,
    members: [],
    metadata: {},
    isDisabled: false,
  })
}

export function datasetsEndpoint({ dataset }: LakeContext): Response {
  return answerJson([{ name: dataset, aclMode: 'private' }])
}
