/**
 * Results as elements; every word of an article enters as text, never as markup.
 *
 *   await drawHit({ row, needles: ['渠修'] }, lettersFor)  →  <li><a href=…><small>引题</small><b>把<mark>渠修</mark>到田头</b></a>…</li>
 */
import type { Hit } from '../find.ts'
import type { Letters } from '../fold.ts'
import { textsOf } from '../entry.ts'
import type { LettersFor } from '../letters.ts'
import { holdsAny, markedText } from '../marks.ts'

const CONTEXT = 66
const LINE = 80

type Child = Node | string

export function element(name: string, ...children: Child[]): HTMLElement {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

export async function drawHit({ row, needles }: Hit, lettersFor: LettersFor): Promise<HTMLElement> {
  const letters = await lettersFor(textsOf(row).join(''))
  const marked = (text: string, most: number): Child[] =>
    markedText(text, needles, letters, most).map((piece) =>
      piece.marked === true ? element('mark', piece.text) : piece.text,
    )
  const small = (text: string): Child[] => (text === '' ? [] : [element('small', ...marked(text, LINE))])
  const link = element('a', ...small(row.kicker), element('b', ...marked(row.title, LINE)))
  link.setAttribute('href', encodeURI(row.address))
  const context =
    contextOf([row.subtitle, row.originalTitle, row.lead, ...row.subheads, ...row.names], needles, letters) ?? row.lead
  const time = element('time', dayOf(row.shown))
  time.setAttribute('datetime', row.shown)
  // The credit line that names who was looked for, or else the last: it is the editors'.
  const credit = row.credits.find((line) => holdsAny(line, needles, letters)) ?? row.credits.at(-1) ?? ''
  const about = [row.source, row.channel, credit].flatMap((text) => (text === '' ? [] : [' · ', ...marked(text, LINE)]))
  const said = context === '' ? [] : [element('p', ...marked(context, CONTEXT))]
  return element('li', link, ...said, element('small', time, ...about))
}

/** The text that holds what was looked for; the headline's matches need no other. */
const contextOf = (texts: readonly string[], needles: readonly string[], letters: Letters): string | undefined =>
  texts.find((text) => holdsAny(text, needles, letters))

/** `2024-06-02T08:30` → `2024年6月2日`. */
const dayOf = (shown: string): string =>
  `${shown.slice(0, 4)}年${Number(shown.slice(5, 7))}月${Number(shown.slice(8, 10))}日`
