/**
 * The documents at the front of a search, read one after the other until the page is full.
 *
 *   frontOf(page, view.find(source), asking)  →  ['a9', 'a4', …]   the ids of the first hundred, though thousands may hold the words
 *
 * All are put in order by their short fields, as if each held what is looked for; then those in front are asked themselves. One that does
 * not hold it goes, or further back.
 */
import { evaluateSync, type ExprNode } from 'groq-js'
import { isRecord } from '../json.ts'
import type { EvaluateSettings } from './evaluate.ts'
import { comparing, placeOf, type Ranked } from './order.ts'
import type { Page } from './page.ts'
import type { Seen } from './perspective.ts'
import { DOCUMENTS } from './question.ts'
import type { View } from './view.ts'
import type { Needle } from '../store/words.ts'

export interface Asking extends EvaluateSettings {
  readonly view: View
  readonly dereference: (ref: string) => unknown
  /** One of which whatever belongs must hold. */
  readonly needles: readonly Needle[]
}

/** With fewer, asking all of them at once is quicker; in pages. */
const WORTH_WHILE = 4

export function frontOf(page: Page, held: readonly Seen[], asking: Asking): string[] | undefined {
  if (held.length < WORTH_WHILE * page.first) return undefined
  const { view } = asking
  const mayHold = holding(asking.needles, view)
  const compare = comparing(page.by)
  const hopeful = rows(page.hoped, view.read(held, page.fields), { ...asking, dereference: hoping(page, view) })
  const hoped = hopeful.toSorted(compare)
  const back: Ranked[] = []
  const front: string[] = []
  let at = 0
  while (front.length < page.first) {
    const [next, further] = [hoped[at], back[0]]
    if (further !== undefined && (next === undefined || compare(further, next) < 0)) {
      front.push(further.id)
      back.shift()
      continue
    }
    if (next === undefined) break
    at += 1
    const document = mayHold(next.id) ? view.byId(next.id) : undefined
    const [found] = document === undefined ? [] : rows(page.asked, [document], asking)
    if (found !== undefined) back.splice(placeOf(back, found, compare), 0, found)
  }
  return front
}

/** Told by the bytes, which takes a tenth of the time to parse and ask: pairs may stand anywhere, the run must stand in one piece. */
function holding(needles: readonly Needle[], view: View): (id: string) => boolean {
  const values = needles.filter((needle) => 'value' in needle)
  const valued = new Set(values.length === 0 ? [] : view.find({ needles: values }).map(({ id }) => id))
  const runs = needles.flatMap((needle) => ('run' in needle ? [holdingRun(needle.run)] : []))
  return (id) => {
    const bytes = valued.has(id) ? undefined : view.one(id)?.entry.bytes
    return bytes === undefined || runs.some((holds) => holds(bytes))
  }
}

/** Numerals may have dots among them, see ../store/words.ts. */
function holdingRun(run: string): (bytes: Buffer) => boolean {
  if (!/\d/u.test(run)) return (bytes) => bytes.includes(run)
  const dotted = new RegExp([...run].join('\\.*'), 'u')
  return (bytes) => bytes.includes(run) || dotted.test(bytes.toString('utf8'))
}

/** Whatever only a whole text can tell is so; a reference is so where the index has it. */
function hoping({ references }: Page, view: View): Asking['dereference'] {
  const referring = references.map(({ prefix, id }) => ({
    prefix,
    ids: new Set(view.find({ needles: [{ value: id }] }).map((seen) => seen.id)),
  }))
  return (ref) => {
    const reference = referring.find(({ prefix }) => ref.startsWith(prefix))
    return { v: reference?.ids.has(ref.slice(reference.prefix.length)) ?? true }
  }
}

function rows(question: ExprNode, documents: readonly unknown[], { dereference, ...settings }: Asking): Ranked[] {
  const { now, projectId, dataset } = settings
  const found: unknown = evaluateSync(question, {
    dataset: [],
    params: { [DOCUMENTS]: documents },
    timestamp: now,
    identity: 'lake',
    sanity: { projectId, dataset },
    dereference: ({ _ref }: { _ref: string }) => dereference(_ref),
  }).data
  return (Array.isArray(found) ? found : []).flatMap((row: unknown) =>
    isRecord(row) && typeof row['id'] === 'string' && Array.isArray(row['keys'])
      ? [{ id: row['id'], keys: row['keys'] }]
      : [],
  )
}
