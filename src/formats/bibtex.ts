/**
 * A citation as BibTeX.
 *
 *   bibtex(reference)  →  '@article{article-a1,\n  title = {{把渠修到田头}},\n  author = {{石砚} and {江穗}},\n  journal = {禾风日报},\n …}\n'
 *
 * Each name stands in braces of its own, so that no program takes a Chinese name apart at a dot or a space.
 */
import type { Reference } from './reference.ts'

export function bibtex({
  key,
  title,
  authors,
  editors,
  translators,
  container,
  publisher,
  date,
  url,
  kind,
}: Reference): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const names = (list: readonly { name: string }[]): string | undefined =>
    list.length === 0 ? undefined : list.map(({ name }) => `{${safe(name)}}`).join(' and ')
  const fields: [string, string | undefined][] = [
    ['title', `{${safe(title)}}`],
    ['author', names(authors)],
    ['editor', names(editors)],
    ['translator', names(translators)],
    [kind === 'website' ? 'howpublished' : 'journal', safe(container)],
    ['publisher', safe(publisher)],
    ['year', year],
    ['month', String(Number(month))],
    ['day', String(Number(day))],
    ['url', url],
    ['language', 'zh-Hans'],
  ]
  const written = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]))
  return `@${kind === 'website' ? 'misc' : 'article'}{${key},\n${written.join('\n')}\n}\n`
}

/** Braces would end a field and a backslash begins a command: both are left out; TeX's other signs are escaped. */
const safe = (text: string): string =>
  /[{}\\#$%&_]/u.test(text) ? text.replaceAll(/[{}\\]/gu, '').replaceAll(/[#$%&_]/gu, String.raw`\$&`) : text
