/**
 * What the card of an article says, where the article is shared as a picture.
 *
 *   cardOf(page)  →  { site: '禾风网', channel: '乡村', kicker: '', title: '把渠修到田头', from: '禾风日报 2024年6月2日', credits: '记者 石砚、江穗 责编 韩岭' }
 *   cardAddress('/2024/0602/a1.html')  ⇄  articleOfCard('/2024/0602/a1.card.png')
 */
import { formatDay } from '../text/dates.ts'
import type { ArticlePage } from './article.ts'
import type { Credited } from './credited.ts'

export interface CardModel {
  site: string
  channel: string
  kicker: string
  title: string
  from: string
  credits: string
}

export function cardOf({ site, path, kicker, title, publishedAt, record }: ArticlePage): CardModel {
  return {
    site: site.title,
    channel: path.at(-1)?.text ?? '',
    kicker: kicker ?? '',
    title,
    from: [record.source?.name, formatDay(publishedAt)].filter((part) => part !== undefined).join(SPACE),
    credits: creditsOf(record.people),
  }
}

const SPACE = '\u3000'
/** Names of one role: what else there are, the page says. */
const MOST = 3

function creditsOf(people: readonly Credited[]): string {
  const byRole = Map.groupBy(people, ({ title }) => title)
  return Array.from(byRole, ([title, all]) => {
    const names = all.slice(0, MOST).map(({ name }) => name)
    return `${title}${SPACE}${names.join('、')}${all.length > MOST ? '等' : ''}`
  }).join(SPACE)
}

export const cardAddress = (address: string): string => address.replace(/\.html$/u, '.card.png')
export const articleOfCard = (address: string): string => address.replace(/\.card\.png$/u, '.html')
