/**
 * The build that is under way, for Eleventy's data to read its request and leave its account; Eleventy itself carries neither.
 *
 *   const account = await runJob(request, () => eleventy.write())
 *   jobOf()   →  { request, report }   inside it; undefined when Eleventy was started by itself
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Account, BuildRequest } from './builder.ts'

type Report = Omit<Account, 'template'>

interface Job {
  request: BuildRequest
  report: (account: Report) => void
}

const UNDER_WAY = new AsyncLocalStorage<Job>()

export const jobOf = (): Job | undefined => UNDER_WAY.getStore()

/** Throws when the work ends without an account. */
export async function runJob(request: BuildRequest, work: () => Promise<unknown>): Promise<Report> {
  const reported: { account?: Report } = {}
  const report = (account: Report): void => {
    reported.account = account
  }
  await UNDER_WAY.run({ request, report }, work)
  if (reported.account === undefined)
    throw new Error('expected the build to say what it was made from, found nothing; check _data/archive.ts')
  return reported.account
}
