/**
 * A folder that a site is written into, file by file.
 *
 *   const out = openFolder('…/.making-1/site')
 *   out.write('/2024/0602/a1.html', '<!doctype html>…')   →  folders are made as they are needed, each once
 *   out.link('/pictures/3f….png', '.zebian/pictures/3f…')  →  the same bytes, not copied where the disk can do without
 *   out.remove('/2024/0602/a1.html')                      →  gone, with the folders that it leaves empty
 *   out.put('/2024/0602/a1.html', bytes)                  →  likewise; `await out.sync()()` when all that were put so are on disk
 *
 * What stands there already gives way to another file: it may be one that releases share. One call after the other in this thread: nothing else waits meanwhile, and it costs half of what promises cost.
 */
import { constants, copyFileSync, linkSync, mkdirSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openWriting } from './writing.ts'

export interface Folder {
  readonly path: string
  write(address: string, text: string | Uint8Array): void
  /** To be synced with all others that were put so. */
  put(address: string, bytes: Uint8Array): void
  /** Begins to; what it returns resolves when their bytes are on disk. */
  sync(): () => Promise<void>
  link(address: string, from: string): void
  remove(address: string): void
}

/** With its encoding named a text is written in one call; Node makes bytes of it first where it is not. */
const AS_NEW = { encoding: 'utf8', flag: 'wx' } as const

export function openFolder(path: string): Folder {
  const made = new Set<string>()
  const writing = openWriting(join(dirname(path), 'new'))
  const fileAt = (address: string): string => join(path, address.endsWith('/') ? `${address}index.html` : address)
  const placeFor = (address: string): string => {
    const file = fileAt(address)
    const parent = dirname(file)
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true })
      made.add(parent)
    }
    return file
  }
  return {
    path,
    write: (address, text) => replacing(placeFor(address), (file) => writeFileSync(file, text, AS_NEW)),
    put: (address, bytes) => writing.put(placeFor(address), bytes),
    sync: () => writing.sync(),
    link: (address, from) => replacing(placeFor(address), (file) => linkOrCopy(from, file)),
    remove: (address) => {
      const file = fileAt(address)
      unlinkIfThere(file)
      for (let parent = dirname(file); parent !== path && removeEmpty(parent); parent = dirname(parent))
        made.delete(parent)
    },
  }
}

function replacing(file: string, put: (file: string) => void): void {
  try {
    put(file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    unlinkSync(file)
    put(file)
  }
}

function unlinkIfThere(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT') throw error
    return code === 'ENOENT'
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** EXDEV: another disk; EMLINK: more links than it can count; EPERM: a disk without links. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    const code = codeOf(error)
    if (code !== 'EXDEV' && code !== 'EMLINK' && code !== 'EPERM') throw error
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}
