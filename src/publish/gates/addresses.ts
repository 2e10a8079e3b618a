/**
 * Every address its own, as disks that fold case or normalise names compare them, and inside the release.
 *
 *   /a.html of article-1, /A.html of article-2   →  the one that readers do not have yet is refused
 */
import type { FileRecord } from '../release/records.ts'
import type { Layer, Table } from '../release/table.ts'
import type { Finding, Gate } from './finding.ts'
import { refuse } from './finding.ts'

/** Bytes of a name with room for `.br` and the like: ext4 carries 255. */
const LONGEST_SEGMENT = 240

const fold = (path: string): string => path.normalize('NFC').toLowerCase()

export const addressGate: Gate = (scene) => {
  const { draft, previous, account } = scene
  const old = previous?.manifest.files
  // Addresses that readers have were held against each other before.
  return draft.changed.flatMap((path): Finding[] => {
    if (old?.has(path) === true) return []
    const older = othersLike(path, draft.files).find((other) => old?.has(other) === true || other < path)
    if (older !== undefined)
      return [
        refuse(scene, path, {
          field: 'address',
          reason: `地址 ${path} 与 ${account.pages[older] ?? draft.files.get(older)?.document ?? older} 的地址 ${older} 只有大小写或写法不同`,
          remedy: '请在编辑台给这篇稿件换一个地址',
        }),
      ]
    const tooLong = path.split('/').some((segment) => Buffer.byteLength(segment) > LONGEST_SEGMENT)
    if (!tooLong && !path.includes('/../') && !path.includes('\0')) return []
    return [
      refuse(scene, path, {
        field: 'address',
        reason: `地址 ${path.slice(0, 80)} 不能用作文件名`,
        remedy: '请在编辑台给这篇稿件换一个较短的地址',
      }),
    ]
  })
}

/** The other files whose names some disks would not tell from this one. */
function othersLike(path: string, files: Table<FileRecord>): string[] {
  const folded = fold(path)
  const alike = [folded, ...files.layers.flatMap((layer) => unfoldedIn(layer).get(folded) ?? [])]
  return [...new Set(alike)].filter((other) => other !== path && files.has(other))
}

/** Of each layer, once: addresses that are not as disks fold them, by what they would be. */
const UNFOLDED = new WeakMap<Layer<FileRecord>, ReadonlyMap<string, string[]>>()

function unfoldedIn(layer: Layer<FileRecord>): ReadonlyMap<string, string[]> {
  const known = UNFOLDED.get(layer)
  if (known !== undefined) return known
  const unfolded = Map.groupBy(
    layer.keys().filter((path) => fold(path) !== path),
    fold,
  )
  UNFOLDED.set(layer, unfolded)
  return unfolded
}
