/**
 * Bytes that are on disk when the call returns.
 *
 *   await putFile('a.json', '{}')         →  written aside, synced, renamed over a.json
 *   await writeDurably('a.json', '{}')    →  the same, and the folder synced
 *   await syncFile('a.html')              →  its bytes
 *   await syncFolder('.')                 →  its names: without this a new file may be gone after a power cut
 *   await syncDisk('.')                   →  all of it at once; false where the system cannot
 */
import { execFile } from 'node:child_process'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

export async function putFile(path: string, data: string | Uint8Array): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`
  const file = await open(aside, 'w')
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
}

export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  await putFile(path, data)
  await syncFolder(dirname(path))
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Folders are synced like files; where a system has no such thing (Windows), its journal keeps names by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  await syncFile(path)
}

const run = promisify(execFile)

/** Everything on the disk that a folder is on, by syncfs(2), which Node has no call for. False where there is no such program. */
export function syncDisk(folder: string): Promise<boolean> {
  return run('sync', ['-f', folder]).then(
    () => true,
    () => false,
  )
}

/** `ENOENT` and the like; '' for an error that is not the system's. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space',
  EDQUOT: 'the quota is used up: free some space',
  EROFS: 'the disk can only be read: mount it for writing',
  EACCES: 'this user may not write there: give it the folder',
  EPERM: 'this user may not write there: give it the folder',
  EMFILE: 'too many files are open: raise the limit (ulimit -n)',
  EIO: 'the disk fails: look at it soon',
}

/** What the system said of a disk in, what to do about it out; anything else unchanged. */
export function explainDisk(error: unknown, folder: string): unknown {
  const full = error instanceof Error && 'errcode' in error && error.errcode === 13 ? 'ENOSPC' : codeOf(error)
  const remedy = REMEDIES[full]
  if (remedy === undefined || !(error instanceof Error)) return error
  return new Error(
    `expected to write a release below ${folder}, found ${full}: ${remedy}, and publish again; readers keep the last release`,
    {
      cause: error,
    },
  )
}
