/**
 * A folder that a site is written into, file by file.
 *
 *   const out = openFolder('…/.making-1/site')
 *   out.write('/2024/0602/a1.html', '<!doctype html>…')   →  folders are made as they are needed, each once
 *   out.link('/pictures/3f….png', '.zebian/pictures/3f…')  →  the same bytes, not copied where the disk can do without
 *   out.remove('/2024/0602/a1.html')                      →  gone, with the folders that it leaves empty
 *   await out.writeAll(files)                             →  several at once: of a busy disk one waits for all, and not for each
 *
 * What stands there already gives way to another file: it may be one that releases share. One call after the other in this thread: nothing else waits meanwhile, and it costs half of what promises cost.
 */
import { constants, copyFileSync, linkSync, mkdirSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface Folder {
  readonly path: string
  write(address: string, text: string | Uint8Array): void
  writeAll(files: Iterable<readonly [address: string, bytes: Uint8Array]>): Promise<void>
  link(address: string, from: string): void
  remove(address: string): void
}

/** With its encoding named a text is written in one call; Node makes bytes of it first where it is not. */
const AS_NEW = { encoding: 'utf8', flag: 'wx' } as const

/** As many as Node hands to the system at a time. */
const ABREAST = 4

export function openFolder(path: string): Folder {
  const made = new Set<string>()
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
    writeAll: async (files) => {
      const queue = Array.from(files, ([address, bytes]) => ({ file: placeFor(address), bytes })).values()
      const lane = async (): Promise<void> => {
        for (const { file, bytes } of queue) await rewrite(file, bytes)
      }
      await Promise.all(Array.from({ length: ABREAST }, lane))
    },
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

async function rewrite(file: string, bytes: Uint8Array): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
  await writeFile(file, bytes, { flag: 'wx' })
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
