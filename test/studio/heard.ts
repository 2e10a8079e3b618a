/**
 * What a page's console says that is ours to mend: errors, warnings, and errors that nobody caught.
 *
 *   const heard = listenTo(page)   →  []   and grows
 */
import type { Page } from 'playwright-core'

/** Lines of Sanity's own making, each with why nothing of ours can keep it from being said. */
const SANITYS_OWN: readonly (readonly [line: RegExp, why: string])[] = [
  [
    /WebSocket is already in CLOSING or CLOSED state/u,
    'As its page is left, the Studio still tells the others that it goes, over a socket that the browser has already closed.',
  ],
]

export function listenTo(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    const line = `${message.type()}: ${message.text()} ${message.location().url}`.trim()
    if (['error', 'warning'].includes(message.type()) && !SANITYS_OWN.some(([own]) => own.test(line))) heard.push(line)
  })
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`))
  return heard
}
