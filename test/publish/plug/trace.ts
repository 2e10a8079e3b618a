/**
 * What a process did to its disk, read from strace's output: every write, name and sync, in order.
 *
 *   parseTrace('12 pwrite64(5, "\\x61", 1, 0) = 1\n…')   →  [{ call: 'pwrite64', args: ['5', …], result: 1 }, …]
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'

export interface Call {
  call: string
  /** The argument list as strace prints it. */
  args: string
  result: number
}

const CALLS =
  'open,openat,creat,close,write,pwrite64,writev,pwritev,pwritev2,ftruncate,lseek,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,mkdir,mkdirat,rmdir,dup,dup2,dup3,copy_file_range,sendfile,fallocate'

export const hasStrace = (): boolean => spawnSync('strace', ['-V']).status === 0

/** Runs a program under strace; its calls, once it has ended well. Throws in one line where strace is missing or the program fails. */
export async function traced(program: string, args: readonly string[], file: string): Promise<Call[]> {
  if (!hasStrace())
    throw new Error(
      'expected strace, found none; install it (apt-get install strace) to replay power cuts, they are not tested without it',
    )
  const flags = ['-f', '-qq', '-xx', '-s', '10000000', '-e', `trace=${CALLS}`, '-e', 'signal=none', '-o', file]
  const child = spawn('strace', [...flags, process.execPath, program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0)
    throw new Error(
      `expected ${program} to end well under strace, found code ${String(code)}: ${Buffer.concat(said).toString().slice(-2_000)}`,
    )
  const text = await readFile(file, 'latin1')
  await rm(file)
  return parseTrace(text)
}

const LINE = /^(?<thread>\d+) +(?<call>\w+)\((?<args>.*)\) += (?<result>-?\d+)/u
const CUT = /^(?<thread>\d+) +(?<call>\w+)\((?<args>.*?),? *<unfinished \.\.\.>$/u
const RESUMED = /^(?<thread>\d+) +<\.\.\. (?<call>\w+) resumed>(?<args>.*)\) += (?<result>-?\d+)/u

/** A call counts when it returns; those that failed changed nothing. */
function parseTrace(text: string): Call[] {
  const begun = new Map<string, string>()
  const calls: Call[] = []
  for (const line of text.split('\n')) {
    const cut = CUT.exec(line)?.groups
    if (cut !== undefined) {
      begun.set(`${cut['thread']} ${cut['call']}`, cut['args'] ?? '')
      continue
    }
    const resumed = RESUMED.exec(line)?.groups
    const found = resumed ?? LINE.exec(line)?.groups
    if (found === undefined) continue
    const key = `${found['thread']} ${found['call']}`
    const before = resumed === undefined ? '' : (begun.get(key) ?? '')
    const rest = found['args'] ?? ''
    const args = before === '' || rest === '' || rest.startsWith(',') ? before + rest : `${before}, ${rest.trimStart()}`
    if (Number(found['result']) >= 0) calls.push({ call: found['call'] ?? '', args, result: Number(found['result']) })
  }
  return calls
}

/** `"\x61\x62"` → bytes; strace's -xx writes every byte so. */
function bytesIn(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}

export const stringsIn = (args: string): Buffer[] =>
  [...args.matchAll(/"(?<hex>(?:\\x[0-9a-f]{2})*)"/gu)].map(({ groups }) => bytesIn(groups?.['hex'] ?? ''))
