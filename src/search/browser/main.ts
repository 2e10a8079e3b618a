/**
 * The search page's script: as one types, what is found stands below.
 *
 * Input methods: while letters are composed nothing is looked for, for half-typed pinyin is not what the reader means. The address
 * carries the query; going back brings the query before. A network that fails is said, and tried again when it is back.
 */
import type { Hit } from '../find.ts'
import { openShelf } from '../shelf.ts'
import { asked, FIELDS, formatAddress, parseAddress, type Asked } from './address.ts'
import { answer, warm } from './ask.ts'
import { listenToKeys } from './keys.ts'
import { drawFound, openFirst, sayFailed, sayWaiting, type Places } from './results.ts'
import { readFile } from './store.ts'

const PAGE = 8
/** Milliseconds without a key after which typing has stopped: an input method gives whole words, a Latin keyboard letters. */
const PAUSE = { word: 40, letter: 150 }

function part<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`expected ${selector} on the search page, found ${String(found)}`)
}

const form = part('form.search', HTMLFormElement)
const field = part('form.search [name=q]', HTMLInputElement)
const places: Places = {
  status: part('#status', HTMLElement),
  results: part('#results', HTMLElement),
  browse: part('#browse', HTMLElement),
}
const shelf = openShelf(form.dataset['map'] ?? '', readFile)

const control = (name: string): HTMLInputElement | HTMLSelectElement | undefined => {
  const named = form.elements.namedItem(name)
  return named instanceof HTMLInputElement || named instanceof HTMLSelectElement ? named : undefined
}
const wanted = (): Asked => asked((name) => control(name)?.value ?? '')

let count = PAGE
/** The address holds a query that is still being typed: the next letter changes it and is no step to go back to. */
let typing = false
let composing = false
let turn = 0
let timer: number | undefined

async function look(): Promise<void> {
  turn += 1
  const mine = turn
  places.results.ariaBusy = 'true'
  const query = wanted()
  const late = (): boolean => mine !== turn
  const waiting = window.setTimeout(() => sayWaiting(places), 400)
  try {
    let first = openFirst(places, late)
    const begin = (): ((hit: Hit) => void) => {
      first = openFirst(places, late)
      return first.add
    }
    const found = Object.keys(query).length === 0 ? undefined : await answer(query, count, shelf, begin)
    if (!late()) await drawFound(found, query, places, { late, more, first })
    if (!late()) places.results.ariaBusy = 'false'
  } catch (error) {
    if (!late()) sayFailed(error, places, () => void look())
    places.results.ariaBusy = 'false'
    if (!(error instanceof Error && error.name === 'FetchError')) throw error
  } finally {
    window.clearTimeout(waiting)
  }
}

function more(): void {
  const shown = places.results.querySelectorAll('li').length
  count += PAGE
  void look().then(() => places.results.querySelectorAll('li')[shown]?.querySelector('a')?.focus())
}

/** `step` when the query before is one to go back to. */
function write(step: boolean): void {
  const address = location.pathname + formatAddress(wanted())
  if (address === location.pathname + location.search) return
  if (step) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}

function settle(step: boolean): void {
  window.clearTimeout(timer)
  count = PAGE
  write(step)
  void look()
}

function typed(): void {
  window.clearTimeout(timer)
  if (composing) return
  places.results.ariaBusy = 'true'
  void warm(field.value, shelf)
  timer = window.setTimeout(
    () => {
      const step = !typing
      typing = true
      settle(step)
    },
    /[a-z\d]$/iu.test(field.value) ? PAUSE.letter : PAUSE.word,
  )
}

for (const name of ['compositionstart', 'compositionend'])
  form.addEventListener(name, () => {
    composing = name === 'compositionstart'
    typed()
  })
form.addEventListener('input', (event) => {
  if (event instanceof InputEvent && event.isComposing) return
  typed()
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  settle(!typing)
  typing = false
})
form.addEventListener('change', (event) => {
  if (event.target === field) typing = false
  else settle(true)
})
function show(): void {
  const given = parseAddress(location.search)
  for (const name of FIELDS) {
    const at = control(name)
    if (at !== undefined) at.value = given[name] ?? ''
  }
  typing = false
  count = PAGE
  void look()
}
window.addEventListener('popstate', show)
window.addEventListener('online', () => void look())
listenToKeys(field, places.results)
show()
