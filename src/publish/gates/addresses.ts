/**
 * Every address its own, as disks that fold case or normalise names compare them, and inside the release.
 *
 *   /a.html of article-1, /A.html of article-2   →  the one that readers do not have yet is refused
 */
import type { Gate } from './finding.ts'
import { refuse } from './finding.ts'

/** Bytes of a name with room for `.br` and the like: ext4 carries 255. */
const LONGEST_SEGMENT = 240

const fold = (path: string): string => path.normalize('NFC').toLowerCase()

export const addressGate: Gate = (scene) => {
  const { draft, previous, account } = scene
  const paths = Object.keys(draft.files)
  // Addresses that readers have were held against each other before.
  if (previous !== undefined && paths.every((path) => path in previous.manifest.files)) return []
  const held = new Map<string, string>()
  return paths.flatMap((path) => {
    const holder = held.get(fold(path))
    if (holder !== undefined) {
      const newer = previous?.manifest.files[path] === undefined ? path : holder
      const older = newer === path ? holder : path
      return refuse(scene, newer, {
        field: 'address',
        reason: `地址 ${newer} 与 ${account.pages[older] ?? older} 的地址 ${older} 只有大小写或写法不同`,
        remedy: '请在编辑台给这篇稿件换一个地址',
      })
    }
    held.set(fold(path), path)
    const tooLong = path.split('/').some((segment) => Buffer.byteLength(segment) > LONGEST_SEGMENT)
    if (!tooLong && !path.includes('/../') && !path.includes('\0')) return []
    return refuse(scene, path, {
      field: 'address',
      reason: `地址 ${path.slice(0, 80)} 不能用作文件名`,
      remedy: '请在编辑台给这篇稿件换一个较短的地址',
    })
  })
}
