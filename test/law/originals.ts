/**
 * The originals that come under the law.
 *
 *   ORIGINALS  →  [{ name: '01-qudao.txt', path: '…/test/law/originals/01-qudao.txt', text: '…' }, …]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Original {
  name: string
  path: string
  text: string
}

const BESIDE = new URL('../../../shared/originals/', import.meta.url)

function originalsIn(folder: URL): Original[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => {
      const url = new URL(name, folder)
      return { name, path: fileURLToPath(url), text: readFileSync(url, 'utf8') }
    })
}

const OWN: readonly Original[] = originalsIn(new URL('originals/', import.meta.url))

/** Real pages that are not ours to hand on: they lie beside the checkout on the machines that have them. */
const FOREIGN: readonly Original[] = existsSync(BESIDE) ? originalsIn(BESIDE) : []

if (FOREIGN.length === 0) console.log(`The law was not held against ${fileURLToPath(BESIDE)}: there is no such folder.`)

export const ORIGINALS: readonly Original[] = [...OWN, ...FOREIGN]
