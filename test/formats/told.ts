/**
 * Who each format says did what, read back by programs that are not ours where there are any.
 *
 *   toldBy(page).get('Atom')  →  { authors: ['石砚'], editors: ['韩岭'], parts: ['reporter 石砚', 'editor 韩岭'] }
 *
 * `parts` only where the format carries each role in printed order; `editors` only where it tells editors from other contributors.
 */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import type { ArticlePage } from '../../src/content/article.ts'
import { atomFeed } from '../../src/formats/atom.ts'
import { bibtex } from '../../src/formats/bibtex.ts'
import { cslItem } from '../../src/formats/csl.ts'
import { citeTags } from '../../src/formats/headTags.ts'
import { jsonFeed } from '../../src/formats/jsonFeed.ts'
import { articleMarkdown } from '../../src/formats/markdown.ts'
import { newsmlMessage } from '../../src/formats/newsml.ts'
import { ninjsItem } from '../../src/formats/ninjs.ts'
import { oembed } from '../../src/formats/oembed.ts'
import { referenceOf } from '../../src/formats/reference.ts'
import { rssFeed } from '../../src/formats/rss.ts'
import { ROLES } from '../../sanity/schema/roles.ts'
import { parseCreditLine } from '../../src/text/credits/parse.ts'
import { feedOf } from './feeds.ts'
import { listAt, textAt, type Json } from './json.ts'
import { textsAt } from './validators.ts'

export interface Told {
  authors: string[]
  editors?: string[]
  parts?: string[]
}

export function toldBy(page: ArticlePage): Map<string, Told> {
  return new Map([
    ['JSON-LD', linkedTold(page.data)],
    ['RSS', rssTold(page)],
    ['Atom', atomTold(page)],
    ['JSON Feed', jsonFeedTold(page)],
    ['ninjs', ninjsTold(page)],
    ['NewsML-G2', newsmlTold(page)],
    ['Markdown', markdownTold(articleMarkdown(page))],
    ['CSL-JSON', cslTold(cslItem(referenceOf(page)))],
    ['BibTeX', bibtexTold(bibtex(referenceOf(page)))],
    ['meta tags', metaTold(page)],
    ['oEmbed', { authors: textAt(oembed(page), 'author_name').split('、').filter(Boolean) }],
  ])
}

const namesOf = (list: readonly Json[]): string[] => list.map((one) => textAt(one, 'name'))

/** `责编：甲、乙(实习)；记者：丙` → ['editor 甲', 'editor 乙', 'reporter 丙'] */
function linkedTold(data: object): Told {
  const titles = new Map<string, string>(ROLES.map(({ id, title }) => [title, id]))
  const parts = textAt(data, 'creditText')
    .split('；')
    .filter(Boolean)
    .flatMap((line) => {
      const [title = '', names = ''] = line.split('：')
      return names.split('、').map((name) => `${titles.get(title) ?? title} ${name.replace(/\([^()]*\)$/u, '')}`)
    })
  return { authors: namesOf(listAt(data, 'author')), editors: namesOf(listAt(data, 'editor')), parts }
}

function rssTold(page: ArticlePage): Told {
  const item = parseRssFeed(rssFeed(feedOf([page]))).items?.[0]
  return { authors: item?.dc?.creators ?? [], parts: partsOf(item?.media?.credits) }
}

function atomTold(page: ArticlePage): Told {
  const entry = parseAtomFeed(atomFeed(feedOf([page]))).entries?.[0]
  return { authors: (entry?.authors ?? []).flatMap(({ name }) => name ?? []), parts: partsOf(entry?.media?.credits) }
}

const partsOf = (credits: readonly { role?: string; value?: string }[] | undefined): string[] =>
  (credits ?? []).map(({ role, value }) => `${role} ${value}`)

function jsonFeedTold(page: ArticlePage): Told {
  const text = jsonFeed(feedOf([page]))
  const authors = parseJsonFeed(text).items?.[0]?.authors ?? []
  const whole: unknown = JSON.parse(text)
  const credits = listAt(listAt(whole, 'items')[0]?.['_credits'], 'people')
  return {
    authors: authors.flatMap(({ name }) => name ?? []),
    parts: credits.map((one) => `${textAt(one, 'role')} ${textAt(one, 'name')}`),
  }
}

/** People and organisations stand in two lists; the publisher is nobody's credit. */
function ninjsTold(page: ArticlePage): Told {
  const item = ninjsItem(page)
  const all = [...listAt(item, 'people'), ...listAt(item, 'organisations')].filter((one) => one['rel'] !== 'publisher')
  return {
    authors: textAt(item, 'by').split('、').filter(Boolean),
    parts: all.map((one) => `${textAt(one, 'rel')} ${textAt(one, 'name')}`),
  }
}

function newsmlTold(page: ArticlePage): Told {
  const text = newsmlMessage(page.site, [page])
  const names = (path: string): string[] => textsAt(text, path, { n: 'http://iptc.org/std/nar/2006-10-01/' })
  return {
    authors: names('//n:creator/n:name'),
    editors: names(
      '//n:contributor[@role="zrole:editor" or @role="zrole:deskEditor" or @role="zrole:chiefEditor"]/n:name',
    ),
  }
}

function markdownTold(text: string): Told {
  const credits = [...text.matchAll(/ {2}- role: (\w+)\n {4}label: .*\n {4}name: (".*")\n/gu)]
  const parts = credits.map(([, role, name = '""']) => `${role} ${String(JSON.parse(name))}`)
  return { ...sidesOf(parts), parts }
}

function cslTold(item: object): Told {
  const literals = (name: string): string[] => listAt(item, name).map((one) => textAt(one, 'literal'))
  const custom = 'custom' in item ? item.custom : undefined
  return {
    authors: literals('author'),
    editors: literals('editor'),
    parts: listAt(custom, 'credits').map((one) => `${textAt(one, 'role')} ${textAt(one, 'name')}`),
  }
}

/** By citation.js, as it hands them to a reference manager. */
function bibtexTold(text: string): Told {
  const [item] = new Cite(text).data
  const names = (field: string): string[] =>
    listAt(item, field).map((one) => textAt(one, 'literal') || textAt(one, 'family') || textAt(one, 'given'))
  return { authors: names('author'), editors: names('editor') }
}

function metaTold(page: ArticlePage): Told {
  const named = (wanted: string): string[] =>
    citeTags(page).flatMap(({ name, content }) => (name === wanted ? [content] : []))
  return { authors: named('citation_author'), editors: named('DC.contributor') }
}

function sidesOf(parts: readonly string[]): Told {
  const side = (property: string): string[] =>
    parts.flatMap((part) => {
      const [role = '', ...name] = part.split(' ')
      return ROLES.some(({ id, property: own }) => id === role && own === property) ? [name.join(' ')] : []
    })
  return { authors: side('author'), editors: side('editor') }
}

/** What the page's own printed lines say, read by the credit reader; a desk is nobody to it, so that its name is taken as it stands. */
export function printedParts({ credits: { byline, belowHead, textEnd, tail } }: ArticlePage): string[] {
  const lines = [...byline, ...belowHead, ...textEnd, ...tail.map(({ runs }) => runs)]
  return lines.flatMap((runs) => {
    const line = parseCreditLine(runs.map(({ text }) => text).join(''), { bare: true })
    return (line?.credits ?? []).flatMap(({ role, people, placeholder }) =>
      [...people.map(({ name }) => name), placeholder].flatMap((name) => (name === '' ? [] : [`${role} ${name}`])),
    )
  })
}
