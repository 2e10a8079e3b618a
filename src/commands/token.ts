/**
 * The lake's token: the one that is set, else one of its own, kept beside its file for its owner's eyes.
 *
 *   lakeToken({ file: '.zebian/lake.sqlite', token: undefined, … })  →  'l7o4MN…', the same at every start
 *
 * An editor's cookie is derived from it, so a new one at each start would sign every editor out.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Settings } from '../settings.ts'

export function lakeToken({ file, token }: Settings['lake']): string {
  return token ?? keptSecret(`${file}.token`)
}

/** A secret of this machine's own, made the first time and the same ever after. */
export function keptSecret(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  const kept = readFileSync(path, 'utf8').trim()
  if (kept.length < 16)
    throw new Error(
      `expected a token of 16 letters or more in ${path}, found ${kept.length}; delete the file and start again`,
    )
  return kept
}
