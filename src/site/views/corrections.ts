/**
 * What the archive put right and what it took back.
 *
 *   correctionsView(page)  →  Html '… <h1>更正与撤稿</h1> <h2>更正</h2> … <h2>撤稿</h2> …'
 */
import type { CorrectionsPage } from '../../content/kinds/corrections.ts'
import { html, nothing, type Html } from '../html.ts'
import { RECORD_SHEET } from '../styles/sheet.ts'
import { shell } from './shell.ts'

export function correctionsView(page: CorrectionsPage): Html {
  const { site, title, corrections, withdrawals, years } = page
  return shell({
    ...page,
    description: `${site.title}对已刊出稿件的更正与撤稿`,
    sheet: RECORD_SHEET,
    main: html`<h1>${title}</h1>
${
  corrections.length + withdrawals.length === 0
    ? html`<p>没有更正，也没有撤稿。</p>
`
    : nothing
}${
      corrections.length === 0
        ? nothing
        : html`<section class="ledger"><h2>更正 <small>${corrections.length} 则</small></h2>
${corrections.map(correctionView)}</section>
`
    }${
      withdrawals.length === 0
        ? nothing
        : html`<section class="ledger"><h2>撤稿 <small>${withdrawals.length} 篇</small></h2>
${withdrawals.map(withdrawalView)}</section>
`
    }${
      years.length < 2
        ? nothing
        : html`<nav class="subs" aria-label="各年">${years.map(({ text, href }) => html`<a href="${href}">${text}</a>`)}</nav>
`
    }`,
  })
}

const correctionView = ({ date, kind, text, article }: CorrectionsPage['corrections'][number]): Html =>
  html`<article><h3><a href="${article.href}">${article.text}</a></h3><p class="say">${kind} ${date}</p><p>${text}</p></article>
`

const withdrawalView = ({ date, reason, href }: CorrectionsPage['withdrawals'][number]): Html =>
  html`<article><h3><a href="${href}">${decodeURI(href)}</a></h3><p class="say">${date ?? '日期未记'}</p>${reason === undefined ? nothing : html`<p>${reason}</p>`}</article>
`
