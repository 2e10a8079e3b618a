/**
 * What stands below the field: how many were found, the results, what is near, what is similar, or what went wrong.
 *
 *   const first = openFirst(places, late); first.add(hit)          the first results, while others are on their way
 *   await drawFound(found, { q: '渠水' }, places, { late, more, first })
 */
import type { Found, Hit } from '../find.ts'
import type { Asked } from './address.ts'
import { drawHit, element } from './draw.ts'
import { lettersFor } from './store.ts'

export interface Places {
  status: HTMLElement
  results: HTMLElement
  browse: HTMLElement
}

interface Doing {
  /** Whether another query was asked meanwhile. */
  late(): boolean
  more(): void
  first: First
}

interface First {
  /** The next result in its order. */
  add(hit: Hit): void
  /** The list as far as it is drawn; undefined when there is none, or another stands there. */
  drawn(): Promise<HTMLElement | undefined>
}

/** A list that grows at its end: what a reader reads, or has gone to by keyboard, stays where it is. */
export function openFirst({ results, browse }: Places, late: () => boolean): First {
  const made = element('ol')
  let drawing: Promise<void> = Promise.resolve()
  const draw = async (hit: Hit): Promise<void> => {
    const item = await drawHit(hit, lettersFor)
    if (late()) return
    made.append(item)
    if (made.parentNode === results) return
    browse.hidden = true
    results.replaceChildren(made)
  }
  return {
    add: (hit) => {
      drawing = drawing.then(() => draw(hit))
      // Whoever draws all that was found is told of it.
      drawing.catch(() => undefined)
    },
    drawn: async () => {
      await drawing
      return made.parentNode === results ? made : undefined
    },
  }
}

export async function drawFound(
  found: Found | undefined,
  wanted: Asked,
  { status, results, browse }: Places,
  { late, more, first }: Doing,
): Promise<void> {
  if (found === undefined) {
    browse.hidden = false
    status.replaceChildren()
    results.replaceChildren()
    return
  }
  const begun = await first.drawn()
  const parts: HTMLElement[] = []
  if (begun === undefined && found.hits.length > 0) parts.push(await list(found.hits))
  if (found.found > found.hits.length) parts.push(button('再列八篇', more))
  if (found.near.length > 0) parts.push(element('h2', '各词都有，不相连'), await list(found.near))
  if (found.similar.length > 0) parts.push(element('h2', '相近的稿件'), await list(found.similar))
  if (late()) return
  browse.hidden = found.hits.length + found.near.length > 0
  status.textContent = sayFound(found, wanted)
  if (begun === undefined) results.replaceChildren(...parts)
  else {
    while (begun.nextSibling !== null) begun.nextSibling.remove()
    begun.after(...parts)
  }
}

/** Said aloud by screen readers as it changes. */
function sayFound({ hits, near, similar, found, whole }: Found, { q = '' }: Asked): string {
  if (hits.length > 0) return `找到 ${found} 篇${whole ? '' : '以上'}，新的在前。`
  const none = q === '' ? '没有符合条件的稿件。' : `没有一篇里有“${q}”。`
  if (near.length > 0) return `${none}下面 ${near.length} 篇里各词都有。`
  if (similar.length > 0) return `${none}下面 ${similar.length} 篇相近。`
  return Array.from(q).length === 1 ? '请至少输入两个字。' : `${none}换一个说法，或按频道、日期和人物查找。`
}

export function sayWaiting({ status }: Places): void {
  status.textContent = '正在查找……'
}

export function sayFailed(error: unknown, { status, results, browse }: Places, again: () => void): void {
  const network = error instanceof Error && error.name === 'FetchError'
  const why = network
    ? navigator.onLine
      ? '查找用的文件没有取到。'
      : '网络断开了，连上以后会接着查找。'
    : '查找出了错，这是本站的问题。'
  browse.hidden = false
  status.textContent = why
  results.replaceChildren(button('再试一次', again))
}

async function list(hits: readonly Hit[]): Promise<HTMLElement> {
  return element('ol', ...(await Promise.all(hits.map((hit) => drawHit(hit, lettersFor)))))
}

function button(label: string, press: () => void): HTMLElement {
  const made = element('button', label)
  made.setAttribute('type', 'button')
  made.addEventListener('click', press)
  return made
}
