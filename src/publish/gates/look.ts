/**
 * Files of a draft as gates look at them: one after the other, each read once for all that look at it.
 *
 *   lookAtFiles(scene, { page: pageLook, secrets: secretLook(secrets), … })   →  what the first found, then what the second found
 *
 * In this thread: a promise for each of a hundred thousand files costs four times what reading it does. Files that were looked at as they
 * were written (./seeing.ts) are not read again.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../release/draft.ts'
import { refuse, type FileHere, type Finding, type Look, type Scene } from './finding.ts'

export function lookAtFiles(scene: Scene, looks: Readonly<Record<string, Look>>): Finding[] {
  const { draft } = scene
  const { seen } = draft
  const found = Object.entries(looks).map(([name, look]) => ({ name, look, findings: new Array<Finding>() }))
  const fresh = new Set(seen === undefined ? draft.changed : draft.changed.filter((path) => !seen.sums.has(path)))
  for (const { name, findings } of found)
    for (const { look, path, problem } of seen?.problems ?? [])
      if (look === name && seen?.sums.has(path) === true) findings.push(refuse(scene, path, problem))
  for (const path of fresh) {
    const file = fileIn(draft, path)
    for (const { look, findings } of found) if (look.isFor(path)) findings.push(...findingsOf(scene, look, file))
  }
  for (const { look, findings } of found)
    for (const path of look.also ?? [])
      if (!fresh.has(path)) findings.push(...findingsOf(scene, look, fileIn(draft, path)))
  return found.flatMap(({ findings }) => findings)
}

function findingsOf(scene: Scene, look: Look, file: FileHere): Finding[] {
  const problem = look.find(file)
  return problem === undefined ? [] : [refuse(scene, file.path, problem)]
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
