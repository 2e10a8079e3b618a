/**
 * Files, folders and links of a simulated disk: what is sure, what is loose until it is synced, and what a power cut may leave of it.
 *
 *   file.put({ at: 0, data }); file.sync(); file.put(0)   →  sure: data; loose: cut to nothing
 *   writeCut(folder, '/tmp/y', random)                    →  one of the states it may be left in
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Node = File | Folder | Link

interface Write {
  at: number
  data: Buffer
}

export class File {
  sure: Buffer = Buffer.alloc(0)
  /** A write, or a length. */
  loose: (Write | number)[] = []
  now: Buffer = Buffer.alloc(0)

  put(change: Write | number): void {
    this.loose.push(change)
    this.now = applied(this.now, change)
  }

  sync(): void {
    this.sure = this.now
    this.loose = []
  }
}

export class Folder {
  sure = new Map<string, Node>()
  loose: ((names: Map<string, Node>) => void)[] = []
  now = new Map<string, Node>()

  put(change: (names: Map<string, Node>) => void): void {
    this.loose.push(change)
    change(this.now)
  }

  sync(): void {
    this.sure = new Map(this.now)
    this.loose = []
  }
}

export class Link {
  readonly to: string
  constructor(to: string) {
    this.to = to
  }
}

function applied(bytes: Buffer, change: Write | number): Buffer {
  if (typeof change === 'number') {
    const cut = Buffer.alloc(change)
    bytes.copy(cut, 0, 0, Math.min(change, bytes.length))
    return cut
  }
  const grown = Buffer.alloc(Math.max(bytes.length, change.at + change.data.length))
  bytes.copy(grown)
  change.data.copy(grown, change.at)
  return grown
}

const SECTOR = 512

export function writeCut(folder: Folder, path: string, random: () => number): void {
  mkdirSync(path, { recursive: true })
  const names = new Map(folder.sure)
  for (const change of folder.loose.slice(0, Math.floor(random() * (folder.loose.length + 1)))) change(names)
  for (const [name, node] of names) {
    const whole = join(path, name)
    if (node instanceof Folder) writeCut(node, whole, random)
    else if (node instanceof Link) symlinkSync(node.to, whole)
    else writeFileSync(whole, left(node, random))
  }
}

function left({ sure, loose }: File, random: () => number): Buffer {
  const kept = Math.floor(random() * (loose.length + 1))
  let bytes = sure
  for (const change of loose.slice(0, kept)) bytes = applied(bytes, change)
  const torn = loose[kept]
  if (typeof torn !== 'object' || random() < 0.5) return bytes
  const sectors = Math.floor(random() * (torn.data.length / SECTOR + 1))
  return applied(bytes, { at: torn.at, data: torn.data.subarray(0, sectors * SECTOR) })
}
