/**
 * A small archive, and changes to it as editors make them, the same for the same seed.
 *
 *   const editing = editingOf(7)
 *   editing.documents            →  Map { 'site' → …, 'article-…' → … } as the lake has them now
 *   editing.step()               →  'moves article-… to another day': the map is changed
 */
import { archiveDocuments } from '../../bench/archive.ts'
import { randomOf, type Random } from '../../bench/random.ts'

type Raw = Record<string, unknown> & { _id: string; _type: string; _rev: string }

export interface Editing {
  readonly documents: Map<string, Raw>
  /** The ids that changed. */
  step(): { says: string; ids: string[] }
}

const STEPS = {
  'publishes an article': (edit) => edit.add(),
  'changes a headline': (edit) => edit.article({ title: `新题${edit.random.hex(4)}` }),
  'changes a text': (edit) => edit.article({ lead: `改过的导语${edit.random.hex(4)}，**着重**。` }),
  'moves an article to another day': (edit) => edit.article({ publishedAt: edit.instant() }),
  'gives two articles one minute': (edit) => edit.article({ publishedAt: '2016-01-02T00:30:00.000Z' }),
  'changes a channel': (edit) => edit.article({ channel: edit.reference('channel') }),
  'takes an article out of its channel': (edit) => edit.article({ channel: undefined }),
  'changes a source': (edit) => edit.article({ source: edit.reference('source') }),
  'moves an article to another address': (edit) =>
    edit.article({
      address: `/2016/0102/b${edit.random.hex(6)}.html`,
      formerAddresses: [`/old/${edit.random.hex(2)}.html`],
    }),
  'withdraws an article': (edit) =>
    edit.article({ withdrawn: { _type: 'withdrawn', date: edit.instant(), reason: '有误' } }),
  'takes a withdrawal back': (edit) => edit.article({ withdrawn: undefined }),
  'corrects an article': (edit) =>
    edit.article({
      corrections: [{ _key: 'k', _type: 'correction', date: edit.instant(), kind: 'fact', text: '更正一处' }],
    }),
  'holds an article back': (edit) => edit.article({ embargo: '2999-01-01T00:00:00.000Z' }),
  'lets an article out': (edit) => edit.article({ embargo: undefined }),
  'deletes an article': (edit) => edit.remove('article'),
  'renames a person': (edit) =>
    edit.change('profile', { name: `${edit.random.pick(['韩', '古', '石'])}某${edit.random.hex(1)}` }),
  'deletes a person': (edit) => edit.remove('profile'),
  'renames a source': (edit) => edit.change('source', { name: `某报${edit.random.hex(2)}` }),
  'renames a channel': (edit) => edit.change('channel', { name: `某频道${edit.random.hex(2)}` }),
  'puts a channel below another': (edit) => edit.change('channel', { parent: edit.reference('channel') }),
  'changes the site': (edit) => edit.change('site', { masthead: `报头${edit.random.hex(2)}` }),
} as const satisfies Record<string, (edit: Edit) => string[]>

export function editingOf(seed: number, articles = 24): Editing {
  const random = randomOf(seed)
  const documents = new Map<string, Raw>()
  const spare: Raw[] = []
  for (const document of archiveDocuments(articles * 2, seed)) {
    const raw: Raw = { ...document }
    if (raw._type === 'article' && documents.size + spare.length > 116 + articles) spare.push(raw)
    else documents.set(raw._id, raw)
  }
  const edit = new Edit(documents, spare, random)
  return {
    documents,
    step: () => {
      const [[says, change] = ['changes nothing', () => []]] = random.some(Object.entries(STEPS), 1)
      return { says, ids: change(edit) }
    },
  }
}

class Edit {
  readonly random: Random
  #documents: Map<string, Raw>
  #spare: Raw[]

  constructor(documents: Map<string, Raw>, spare: Raw[], random: Random) {
    this.#documents = documents
    this.#spare = spare
    this.random = random
  }

  add(): string[] {
    const raw = this.#spare.pop()
    if (raw === undefined) return this.article({ subtitle: '副题' })
    this.#documents.set(raw._id, raw)
    return [raw._id]
  }

  article(fields: Record<string, unknown>): string[] {
    return this.change('article', fields)
  }

  change(type: string, fields: Record<string, unknown>): string[] {
    const id = this.#some(type)
    const raw = this.#documents.get(id)
    if (raw === undefined) return []
    const changed = Object.entries({ ...raw, ...fields, _rev: this.random.hex(22) }).filter(
      ([, value]) => value !== undefined,
    )
    this.#documents.set(id, {
      ...Object.fromEntries(changed),
      _id: raw._id,
      _type: raw._type,
      _rev: this.random.hex(22),
    })
    return [id]
  }

  remove(type: string): string[] {
    const id = this.#some(type)
    return this.#documents.delete(id) ? [id] : []
  }

  reference(type: string): { _type: 'reference'; _ref: string } {
    return { _type: 'reference', _ref: this.#some(type) }
  }

  instant(): string {
    // Few of them, so that many articles share one.
    return `2016-0${1 + this.random.below(2)}-0${1 + this.random.below(2)}T0${this.random.below(2)}:15:00.000Z`
  }

  #some(type: string): string {
    const ids = [...this.#documents.values()].filter(({ _type }) => _type === type).map(({ _id }) => _id)
    return this.random.some(ids, 1)[0] ?? ''
  }
}
