/**
 * A disk of a given size, for what happens when it is full or can only be read. Linux, and root.
 *
 *   const disk = mountDisk('/tmp/x/disk', '256k')   →  undefined where this user may not mount
 *   disk.resize('16m'); disk.readOnly(true); disk.close()
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

export interface SmallDisk {
  resize(size: string): void
  readOnly(yes: boolean): void
  close(): void
}

export function mountDisk(folder: string, size: string): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true })
  if (process.getuid?.() !== 0 || run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]) !== 0)
    return undefined
  const remount = (options: string): void => {
    const code = run('mount', ['-o', `remount,${options}`, folder])
    if (code !== 0) throw new Error(`expected to remount ${folder} with ${options}, found code ${code}`)
  }
  return {
    resize: (next) => remount(`size=${next}`),
    readOnly: (yes) => remount(yes ? 'ro' : 'rw'),
    close: () => void run('umount', ['-l', folder]),
  }
}

const run = (program: string, args: readonly string[]): number => spawnSync(program, args).status ?? 1
