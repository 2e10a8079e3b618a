/**
 * Files of a draft as gates look at them: one after the other, each read once for all that look at it.
 *
 *   lookAtFiles(scene, [pageLook(scene), secretLook(scene)])   →  [what the first found, what the second found]
 *
 * In this thread: a promise for each of a hundred thousand files costs four times what reading it does.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../release/draft.ts'
import type { FileHere, Finding, Look, Scene } from './finding.ts'

export function lookAtFiles({ draft }: Scene, looks: readonly Look[]): Finding[][] {
  const found = looks.map((look) => ({ look, findings: new Array<Finding>() }))
  const changed = new Set(draft.changed)
  for (const path of changed) {
    const file = fileIn(draft, path)
    for (const { look, findings } of found) if (look.isFor(path)) findings.push(...findingsOf(look, file))
  }
  for (const { look, findings } of found)
    for (const path of look.also ?? []) if (!changed.has(path)) findings.push(...findingsOf(look, fileIn(draft, path)))
  return found.map(({ findings }) => findings)
}

function findingsOf(look: Look, file: FileHere): Finding[] {
  const finding = look.find(file)
  return finding === undefined ? [] : [finding]
}

/** From the disk only when its bytes are not at hand. */
function fileIn({ folder, written }: Draft, path: string): FileHere {
  let bytes: Buffer | undefined
  let text: string | undefined
  const read = (): Buffer => {
    const known = written?.get(path)?.bytes
    return known === undefined
      ? readFileSync(join(folder, path))
      : Buffer.from(known.buffer, known.byteOffset, known.length)
  }
  return {
    path,
    bytes: () => (bytes ??= read()),
    text: () => (text ??= (bytes ??= read()).toString()),
  }
}
