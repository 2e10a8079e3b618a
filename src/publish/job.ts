/**
 * The build that is under way, for Eleventy's data to read its request and leave its account; Eleventy itself carries neither.
 *
 *   const { account, files } = await runJob(request, () => eleventy.write())
 *   jobOf()   →  { request, report }   inside it; undefined when Eleventy was started by itself
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Account, BuildRequest } from './builder.ts'

type Report = Omit<Account, 'template'>

/** What stands on the site beside Eleventy's pages: thousands of small files that are no templates. */
export interface PlainFile {
  address: string
  bytes: Uint8Array
}

interface Job {
  request: BuildRequest
  /** The account, and plain files, made as they are taken. */
  report: (account: Report, files: Iterable<PlainFile>) => void
}

const UNDER_WAY = new AsyncLocalStorage<Job>()

export const jobOf = (): Job | undefined => UNDER_WAY.getStore()

/** Throws when the work ends without an account. */
export async function runJob(
  request: BuildRequest,
  work: () => Promise<unknown>,
): Promise<{ account: Report; files: Iterable<PlainFile> }> {
  const reported: { account?: Report; files: Iterable<PlainFile> } = { files: [] }
  const report = (account: Report, files: Iterable<PlainFile>): void => {
    reported.account = account
    reported.files = files
  }
  await UNDER_WAY.run({ request, report }, work)
  const { account, files } = reported
  if (account === undefined)
    throw new Error('expected the build to say what it was made from, found nothing; check _data/archive.ts')
  return { account, files }
}
