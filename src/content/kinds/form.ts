/**
 * An article's other forms, each beside its page: the page to cite it from, plain text, Markdown, ninjs, oEmbed.
 *
 *   formKind.address('/2024/0602/a1.md')           →  '/2024/0602/a1.md'
 *   formKind.model('/2024/0602/a1.md', catalogue)  →  { form: 'md', page: ArticlePage }
 *
 * Article by article, all forms of one after the other, so that its page is made once for all of them.
 */
import type { ArticlePage } from '../article.ts'
import { ALL, type PageKind } from '../kind.ts'
import { idOf, isEverywhere } from '../touch.ts'
import { addressesTouched } from './addresses.ts'
import { articlesOn, dayByDay, type KeysOn } from './article.ts'
import { pageAt } from './lastPage.ts'

const FORMS = ['cite.html', 'txt', 'md', 'ninjs.json', 'oembed.json'] as const
export type Form = (typeof FORMS)[number]

/** `formAddress('/2024/0602/a1.html', 'md')` → `/2024/0602/a1.md`, and back by `articleOfForm`. */
export const formAddress = (address: string, form: Form): string => address.replace(/\.html$/u, `.${form}`)

const FORM = new RegExp(`^(.+)\\.(${FORMS.map((form) => form.replace('.', '\\.')).join('|')})$`, 'u')

export const articleOfForm = (address: string): string => address.replace(FORM, '$1.html')

export const formsOf = (address: string): string[] => FORMS.map((form) => formAddress(address, form))

const formsOn: KeysOn = (day, catalogue) => articlesOn(day, catalogue).flatMap(formsOf)

export interface FormModel {
  form: Form
  page: ArticlePage
}

export const formKind: PageKind<FormModel> = {
  keys: (catalogue) => dayByDay(catalogue, formsOn),
  address: (key) => key,
  model: (key, catalogue) => {
    const form = FORMS.find((one) => one === FORM.exec(key)?.[2])
    const page = form === undefined ? undefined : pageAt(articleOfForm(key), catalogue)
    return form === undefined || page === undefined ? undefined : { form, page }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    const referring = catalogue.list('references', idOf(change)).map(({ address }) => address)
    const own = change.type === 'article' ? addressesTouched(change, catalogue) : []
    return [...new Set([...own, ...referring])].flatMap(formsOf)
  },
}
