/**
 * A disk that remembers what was synced: replays traced calls, and shows what a power cut may leave.
 *
 *   const disk = new Disk('/tmp/x')
 *   for (const call of calls) disk.apply(call)
 *   disk.cut(random, '/tmp/y')   →  writes one state that the disk may be in if the power goes now
 *
 * Pessimistic within POSIX: of a file, only what was synced is sure, and of the rest any prefix of the writes, the last one torn at a
 * 512-byte sector. Names are sure once their folder was synced; of the rest, any prefix in each folder. A rename is all or nothing.
 */
import { basename, dirname } from 'node:path'
import { File, Folder, Link, writeCut, type Node } from './nodes.ts'
import { type Call, stringsIn } from './trace.ts'

/** `pwrite64(5, "…", 4096, 8192)`; `pwritev2` has flags after it. */
function offsetIn(call: string, args: string): number {
  const numbers = /(?<last>(?:, \d+)+)$/u.exec(args)?.groups?.['last']?.slice(2).split(', ') ?? []
  return Number(numbers.at(call === 'pwritev2' ? -2 : -1) ?? 0)
}

export class Disk {
  readonly #root: string
  readonly #top = new Folder()
  readonly #open = new Map<number, { node: Node; at: number; append: boolean }>()
  /** What was written to the process's output so far. */
  said = ''
  /** Counts what a control of the test takes away. */
  syncs = 0
  /** A disk that says it has synced and has not: the control that must lose. */
  lies = false

  constructor(root: string) {
    this.#root = root
  }

  apply({ call, args, result }: Call): void {
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = stringsIn(args)
    const fd = Number(/^\d+/u.exec(args)?.[0] ?? -1)
    switch (call) {
      case 'open':
      case 'openat':
      case 'creat':
        return this.#opened(first.toString(), args, result)
      case 'close':
        this.#open.delete(fd)
        return undefined
      case 'write':
      case 'writev':
      case 'pwritev':
      case 'pwritev2':
      case 'pwrite64':
        return this.#wrote(call, fd, Buffer.concat(stringsIn(args)).subarray(0, result), args)
      case 'ftruncate':
        return this.#file(fd)?.put(Number(/, (?<n>\d+)$/u.exec(args)?.groups?.['n'] ?? 0))
      case 'lseek':
        return this.#seek(fd, result)
      case 'fsync':
      case 'fdatasync':
        return this.#sync(fd)
      case 'rename':
      case 'renameat':
      case 'renameat2':
        return this.#rename(first.toString(), second.toString())
      case 'link':
      case 'linkat':
        return this.#name(second.toString(), this.#find(first.toString()))
      case 'symlink':
      case 'symlinkat':
        return this.#name(second.toString(), new Link(first.toString()))
      case 'mkdir':
      case 'mkdirat':
        return this.#name(first.toString(), new Folder())
      case 'unlink':
      case 'unlinkat':
      case 'rmdir':
        return this.#unname(first.toString())
      default:
        throw new Error(`expected calls that the simulated disk knows, found ${call}(${args.slice(0, 80)})`)
    }
  }

  /** One state in which the power may leave the disk, written into a folder. */
  cut(random: () => number, into: string): void {
    writeCut(this.#top, into, random)
  }

  #inside(path: string): string | undefined {
    return path === this.#root || path.startsWith(`${this.#root}/`) ? path.slice(this.#root.length + 1) : undefined
  }

  #find(path: string): Node | undefined {
    const inner = this.#inside(path)
    if (inner === undefined) return undefined
    let at: Node | undefined = this.#top
    for (const part of inner.split('/').filter((one) => one !== '')) {
      if (!(at instanceof Folder)) return undefined
      at = at.now.get(part)
    }
    return at
  }

  #folder(path: string): Folder | undefined {
    const found = this.#find(dirname(path))
    return found instanceof Folder ? found : undefined
  }

  #opened(path: string, args: string, fd: number): void {
    if (this.#inside(path) === undefined) return
    let node = this.#find(path)
    if (node === undefined) {
      if (!args.includes('O_CREAT')) return
      node = new File()
      this.#name(path, node)
    }
    if (args.includes('O_TRUNC') && node instanceof File) node.put(0)
    this.#open.set(fd, { node, at: 0, append: args.includes('O_APPEND') })
  }

  #file(fd: number): File | undefined {
    const node = this.#open.get(fd)?.node
    return node instanceof File ? node : undefined
  }

  #wrote(call: string, fd: number, data: Buffer, args: string): void {
    if (fd === 1 && !this.#open.has(1)) {
      this.said += data.toString()
      return
    }
    const handle = this.#open.get(fd)
    if (handle === undefined || !(handle.node instanceof File)) return
    const given = call === 'pwrite64' || call.startsWith('pwritev') ? offsetIn(call, args) : undefined
    const at = given ?? (handle.append ? handle.node.now.length : handle.at)
    handle.node.put({ at, data })
    if (given === undefined) handle.at = at + data.length
  }

  #seek(fd: number, to: number): void {
    const handle = this.#open.get(fd)
    if (handle !== undefined) handle.at = to
  }

  #sync(fd: number): void {
    this.syncs += 1
    const node = this.#open.get(fd)?.node
    if (!this.lies && !(node instanceof Link)) node?.sync()
  }

  #name(path: string, node: Node | undefined): void {
    if (node !== undefined) this.#folder(path)?.put((names) => void names.set(basename(path), node))
  }

  #unname(path: string): void {
    this.#folder(path)?.put((names) => void names.delete(basename(path)))
  }

  /** From one folder to another, the old name may outlive the rename for a while; the new one comes whole. */
  #rename(from: string, to: string): void {
    const node = this.#find(from)
    const [source, target] = [this.#folder(from), this.#folder(to)]
    if (node === undefined || source === undefined || target === undefined) return
    if (source === target)
      return source.put((names) => {
        names.set(basename(to), node)
        names.delete(basename(from))
      })
    target.put((names) => void names.set(basename(to), node))
    source.put((names) => void names.delete(basename(from)))
  }
}
