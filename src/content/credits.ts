/**
 * An article's credit lines as they are printed, names linked to their people.
 *
 *   creditModel(article, catalogue).foot  →  [[{ text: '(责编：' }, { text: '韩岭', href: '/people/han-ling.html' }, { text: ')' }]]
 *
 * The rule of fidelity: a line kept from the original stands to the letter. It is drawn from the structure (with links) when the
 * structure says the same people in the same roles and order; when it does not, the printed line stands as plain text.
 */
import { claimOf } from '../text/credits/claim.ts'
import { composeCredits } from '../text/credits/compose.ts'
import type { CreditLine } from '../text/credits/line.ts'
import { parseHeadLine } from '../text/dates.ts'
import type { Catalogue } from './catalogue.ts'
import type { ArticleDocument } from './documents.ts'
import { personLink, sourceLink, type Run } from './links.ts'

export interface CreditModel {
  byline: Run[][]
  /** Bylines that stand below the date line. */
  belowHead: Run[][]
  textEnd: Run[][]
  /** Lines after the text, in printed order; those of the foot stand on the right. */
  tail: { foot: boolean; runs: Run[] }[]
}

type Attribution = NonNullable<ArticleDocument['attributions']>[number]
type KeptLine = NonNullable<ArticleDocument['creditLines']>[number]

/** Whom an attribution names, as a link where there is a page. */
export function whoOf({ who, name }: Attribution, catalogue: Catalogue): Run {
  const profile = catalogue.profile(who?._ref ?? '')
  if (profile !== undefined) return { ...personLink(profile), text: name }
  const source = catalogue.source(who?._ref ?? '')
  return source === undefined ? { text: name } : { ...sourceLink(source), text: name }
}

export function creditModel(article: ArticleDocument, catalogue: Catalogue): CreditModel {
  const attributions = article.attributions ?? []
  const kept = article.creditLines ?? []
  const own = kept.every(({ place }) => place === 'head' || place === 'originalTitle')
  return own ? composed(attributions, catalogue) : printed(kept, attributions, catalogue)
}

function composed(attributions: readonly Attribution[], catalogue: Catalogue): CreditModel {
  const lines = composeCredits(attributions)
  const runs = (line: CreditLine): Run[] => linkedRuns(line, inLine(line, attributions), catalogue)
  return {
    byline: lines.byline.map(runs),
    belowHead: [],
    textEnd: lines.textEnd.map(runs),
    tail: lines.foot.map((line) => ({ foot: true, runs: runs(line) })),
  }
}

/** The attributions that a composed line prints, in its order. */
function inLine(line: CreditLine, attributions: readonly Attribution[]): Attribution[] {
  const roles = new Set(line.credits.map(({ role }) => role))
  return attributions.filter(({ role }) => roles.has(role))
}

function printed(kept: readonly KeptLine[], attributions: readonly Attribution[], catalogue: Catalogue): CreditModel {
  const model: CreditModel = { byline: [], belowHead: [], textEnd: [], tail: [] }
  let next = 0
  let below = false
  for (const { place, text } of kept) {
    below ||= place === 'head'
    if (place === 'head' || place === 'originalTitle') continue
    const claim = claimOf(text, attributions.slice(next))
    next += claim?.claimed.length ?? 0
    const runs = claim === undefined ? [{ text }] : linkedRuns(claim.line, claim.claimed, catalogue)
    // It stands in the text already: only its people are claimed.
    if (place === 'inText') continue
    if (place === 'byline') model[below ? 'belowHead' : 'byline'].push(runs)
    else if (place === 'textEnd') model.textEnd.push(runs)
    else model.tail.push({ foot: place === 'foot', runs })
  }
  return model
}

/** A line's letters, cut where names begin and end; the pieces joined are the line again. */
function linkedRuns(line: CreditLine, people: readonly Attribution[], catalogue: Catalogue): Run[] {
  const runs: Run[] = []
  let text = line.open
  let index = 0
  for (const credit of line.credits) {
    text += credit.before + credit.label + credit.mark
    for (const person of credit.people) {
      const attribution = people[index]
      index += 1
      text += person.before + (person.affiliation ?? '')
      if (text !== '') runs.push({ text })
      runs.push(
        attribution === undefined
          ? { text: person.printed }
          : { ...whoOf(attribution, catalogue), text: person.printed },
      )
      text = person.after
    }
    text += credit.placeholder
  }
  runs.push({ text: text + line.close })
  return runs.filter((run) => run.text !== '')
}

/** The date-and-source line: `2024年06月02日08:30  来源：禾风日报`, the source linked; kept to the letter when it came from an original. */
export function headRuns(article: ArticleDocument, catalogue: Catalogue, date: string): Run[] {
  const source = catalogue.source(article.source?._ref ?? '')
  const kept = article.creditLines?.find(({ place }) => place === 'head')?.text
  const line = kept === undefined ? undefined : parseHeadLine(kept)
  if (kept !== undefined && line === undefined) return [{ text: kept }]
  const name = line?.source ?? source?.name ?? ''
  const before = line === undefined ? `${date}${name === '' ? '' : '  来源：'}` : line.date + line.between + line.label
  const linked: Run =
    source === undefined || source.name !== name ? { text: name } : { ...sourceLink(source), text: name }
  return [{ text: before }, linked, { text: line?.after ?? '' }].filter((run) => run.text !== '')
}
