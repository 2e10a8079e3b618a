/**
 * A lake on a file of its own, opened as often as a test wants, and the webhook that is sent from it.
 *
 *   const { lake } = openFile()
 *   const sender = lake().sendHooks(hookTo(listener.url, { rule: { filter: '_type == "article"' } }))
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readHooks, type Hook } from '../../src/lake/hooks/hook.ts'
import { openLake, type Lake } from '../../src/lake/lake.ts'
import { configure } from '../lake/connect.ts'
import { SECRET } from './hooks.ts'

export const hookTo = (url: string, given: object = {}): Hook[] =>
  readHooks(JSON.stringify([{ name: 'test', url, secret: SECRET, ...given }]), 'hooks.json')

export function openFile(): { lake: (now?: () => Date) => Lake; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'zebian-sender-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'lake.sqlite')
  const lake = (now?: () => Date): Lake => {
    const opened = openLake({ file, ...(now === undefined ? {} : { now }) })
    onTestFinished(() => opened.close())
    return opened
  }
  return { lake, file }
}

export const clientOf = (lake: Lake) =>
  configure({ resolveFetch: () => (url, init) => lake.fetch(new Request(url, init)) })
