/**
 * Bytes that are on disk when the call returns.
 *
 *   await writeDurably('a.json', '{}')    →  written aside, synced, renamed over a.json, and the folder synced
 *   await syncFile('a.html')              →  its bytes
 *   await syncFolder('.')                 →  its names: without this a new file may be gone after a power cut
 */
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`
  const file = await open(aside, 'w')
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
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
