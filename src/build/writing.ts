/**
 * Files that are written one after the other, and whose bytes come onto the disk while whoever wrote them goes on with something else.
 *
 *   const writing = openWriting()
 *   writing.put('…/a1.html', bytes)       →  another file in that place
 *   const durable = writing.sync()        →  begun; `await durable()` when every byte is on disk, as fsync(2) leaves it
 *
 * The write is one call after the other in this thread, which costs a fifth of what promises cost; the wait for the disk is a thread's.
 * It begins when all is written: a disk that is syncing one file makes whoever creates the next one wait (ext4: a millisecond each).
 * Files stay open until they are synced, so that a few hundred may wait, not thousands. Throws what the disk says.
 */
import { closeSync, fsync, openSync, rmSync, writeFileSync } from 'node:fs'

export interface Writing {
  put(file: string, bytes: Uint8Array): void
  sync(): () => Promise<void>
}

export function openWriting(): Writing {
  let open: number[] = []
  return {
    put: (file, bytes) => {
      rmSync(file, { force: true })
      const handle = openSync(file, 'wx')
      open.push(handle)
      writeFileSync(handle, bytes)
    },
    sync: () => {
      const all = open.map(synced)
      open = []
      return async () => {
        const failed = (await Promise.all(all)).find((one) => one !== undefined)
        if (failed !== undefined) throw failed
      }
    },
  }
}

/** What the disk said, told and not thrown: it may be long until somebody asks. */
function synced(handle: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    fsync(handle, (error) => {
      closeSync(handle)
      resolve(error ?? undefined)
    })
  })
}
