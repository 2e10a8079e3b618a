/** Other people's checkers over every page of the sample, and over two thousand generated articles. */
import { execFile, spawnSync } from 'node:child_process'
import { HtmlValidate } from 'html-validate'
import { LinkChecker, LinkState } from 'linkinator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/publish/site/serve.ts'
import { generatedSite } from '../content/generated.ts'
import { openPaper } from './zebian.ts'

const paper = await openPaper()
beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'])
})
afterAll(() => paper.close())

const VNU = 'node_modules/vnu-jar/build/dist/vnu.jar'

/** What the checker does not know yet, or reads from a file where readers have a server; each by its whole message. */
const BEYOND_IT = [
  "CSS: “container-type”: Property “container-type” doesn't exist.",
  'CSS: Unrecognized at-rule “@container”',
  // attr() with a type.
  'CSS: “background”: Parse Error.',
  // 'self' of a file: address.
  /^Resource violates Content Security Policy \(meta tag\): external script “\/search\/find-[0-9a-f]+\.js” blocked by “script-src” directive\.$/u,
]

interface Message {
  type: string
  url: string
  message: string
  lastLine?: number
}

/** The Nu Html Checker's messages about a folder; it answers on the error stream. */
function askNu(folder: string): Promise<Message[]> {
  return new Promise((done, fail) => {
    execFile(
      'java',
      ['-jar', VNU, '--skip-non-html', '--format', 'json', '--exit-zero-always', folder],
      { maxBuffer: 2 ** 28 },
      (error, _, said) => {
        if (error !== null) {
          fail(new Error(`expected the Nu Html Checker to run, found: ${error.message}`))
          return
        }
        const answer: { messages: Message[] } = JSON.parse(said)
        done(answer.messages)
      },
    )
  })
}

const isBeyond = ({ message }: Message): boolean =>
  BEYOND_IT.some((known) => (typeof known === 'string' ? message === known : known.test(message)))

describe('every page of the sample', () => {
  it('has no fault that the Nu Html Checker finds, and nothing that it warns of', async () => {
    if (spawnSync('java', ['-version']).error !== undefined)
      throw new Error(
        'expected Java for the Nu Html Checker, found none; install it (Debian: apt-get install default-jre-headless) and run again',
      )
    const messages = await askNu(paper.site)
    console.log(
      `The Nu Html Checker: ${messages.length} messages, ${messages.filter(isBeyond).length} of what it does not know.`,
    )
    const faults = messages
      .filter((one) => !isBeyond(one) && (one.type === 'error' || one.type === 'info'))
      .map(({ url, message, lastLine }) => `${url.replace(/^.*\/site\//u, '')}:${lastLine} ${message}`)
    expect(faults).toEqual([])
  }, 600_000)

  it('has no link or anchor that linkinator finds broken', async () => {
    const served = await serveSite(paper.site, 0)
    try {
      const origin = new URL(served.url).origin
      const { links } = await new LinkChecker().check({
        path: served.url,
        recurse: true,
        checkFragments: true,
        timeout: 60_000,
        // Other hosts are not ours to ask; the sample's are invented.
        linksToSkip: (link) => Promise.resolve(!link.startsWith(origin)),
      })
      const asked = links.filter(({ state }) => state !== LinkState.SKIPPED)
      console.log(`linkinator: ${asked.length} links on this site.`)
      expect(asked.length).toBeGreaterThan(200)
      // What is withdrawn answers 410: the tombstone is what the link from the page of corrections is for.
      const broken = asked.filter(({ state, status }) => state === LinkState.BROKEN && status !== 410)
      expect(broken.map(({ url, status, parent }) => `${parent}: ${url} ${status}`)).toEqual([])
    } finally {
      await served.close()
    }
  }, 600_000)
})

describe('two thousand generated articles', () => {
  it('make pages that are valid by html-validate’s recommended rules', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
    const pages = [...generatedSite(2000)].filter(([address]) => address.endsWith('.html'))
    console.log(`html-validate: ${pages.length} pages.`)
    const problems: string[] = []
    for (const [address, page] of pages) {
      const { results } = await validator.validateString(page)
      for (const { messages } of results)
        problems.push(...messages.map(({ ruleId, message }) => `${address}: ${ruleId}: ${message}`))
    }
    expect(problems.slice(0, 10)).toEqual([])
  }, 3_600_000)
})
