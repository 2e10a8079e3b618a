/**
 * A person's page: name, native name, who they are, and their articles by what they did.
 *
 *   personView(page)  →  Html '… <h1>古兰·阿依登 <bdi lang="ug-Arab" dir="rtl">گۈلان</bdi></h1> … <h2>记者</h2> …'
 */
import type { PersonPage } from '../../content/people.ts'
import { html, nothing, type Html } from '../html.ts'
import { LISTING_SHEET } from '../styles/sheet.ts'
import { listView, periodsView } from './listing.ts'
import { nativeView } from './native.ts'
import { imageView } from './picture.ts'
import { feedLink } from './feedLink.ts'
import { shell } from './shell.ts'

export function personView(page: PersonPage): Html {
  const { name, native, otherNames, about, note, portrait, namesakes, listings, periods } = page
  return shell({
    ...page,
    title: name,
    extra: isCredited(page) ? feedLink(page, page.address) : nothing,
    description: `${name}${about === '' ? '' : `，${about}`}`,
    path: [{ text: '人物', href: '/people/' }],
    sheet: LISTING_SHEET,
    main: html`${portrait === undefined ? nothing : html`${imageView(portrait, '9rem', html` class="portrait" alt="${name}"`)}\n`}<h1>${name}${nativeView(native)}</h1>
${about === '' ? nothing : html`<p class="say">${about}</p>\n`}${otherNames.length === 0 ? nothing : html`<p class="say">又作：${otherNames.join('、')}</p>\n`}${
      note === undefined ? nothing : html`<p>${note}</p>\n`
    }${namesakes.length === 0 ? nothing : namesakesView(namesakes)}${listings.length === 0 ? html`<p>本站尚无与此人相关的稿件。</p>` : listings.map(listView)}${periodsView(periods)}`,
  })
}

const namesakesView = (namesakes: PersonPage['namesakes']): Html =>
  html`<p class="say">同名：${namesakes.map(({ text, href, about }, index) => html`${index === 0 ? nothing : '；'}<a href="${href}">${text}${about === '' ? nothing : `（${about}）`}</a>`)}</p>\n`

/** Whoever is only written about has no feed. */
const isCredited = ({ listings }: PersonPage): boolean => listings.some(({ label }) => label !== '文中人物')
