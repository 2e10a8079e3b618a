/** One page of the sample of each kind: what referees look at and what is photographed. */

/** Has kicker, 原标题, subheads, many reporters, two editors and recommendations. */
export const ARTICLE = '/n2/2024/0602/c1003-200001.html'

/** Name → path. */
export const KINDS: Record<string, string> = {
  front: '/',
  article: ARTICLE,
  'article-pictures': '/n2/2024/0917/c1006-200005.html',
  'article-corrected': '/n2/2023/0412/c1003-200001.html',
  cite: ARTICLE.replace('.html', '.cite.html'),
  day: '/days/2024/0602.html',
  month: '/days/2024/06.html',
  year: '/days/2024.html',
  years: '/days/',
  channel: '/channels/xiangcun.html',
  'channel-month': '/channels/xiangcun/2024-06.html',
  source: '/sources/hefeng-ribao.html',
  topic: '/topics/qushou-kaizha.html',
  person: '/people/zhou-yan-jizhe.html',
  'person-native': '/people/yeerlan-biekejiang.html',
  people: '/people/',
  search: '/search/',
  corrections: '/about/corrections/',
  about: '/about/',
  release: '/about/release/',
  style: '/about/style/',
  tombstone: '/n2/2025/0809/c1001-200007.html',
  404: '/404.html',
}
