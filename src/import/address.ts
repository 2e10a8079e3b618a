/**
 * Where a page was, and where it will be served.
 *
 *   webAddress('http://xj.hefeng.example/n2/2020/0702/c1-2.html')  →  the same
 *   addressOf({ url: 'http://…/n2/2020/0702/c1-2.html', … }, id)     →  '/n2/2020/0702/c1-2.html'
 *   addressOf({ url: 'http://…/a/77_12', … }, id)                   →  '/a/77_12.html'
 *   addressOf({ publishedAt: '2020-07-02T11:03:00+08:00' }, id)     →  '/2020/0702/article-….html'
 */
import { isAddress } from '../../sanity/schema/address.ts'

/** An address of the web in, the same out; undefined for anything else. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\/[^\s<>"]+$/iu.test(text) || !URL.canParse(text)) return undefined
  return new URL(text).href
}

/** The original's own path where an article may stand there; else a path in the originals' manner, by day. */
export function addressOf(
  { url, publishedAt }: { url?: string | undefined; publishedAt?: string | undefined },
  id: string,
): string {
  const path = url === undefined ? '' : new URL(url).pathname.replace(/\.s?html?$/u, '').replace(/\/+$/u, '')
  if (isAddress(`${path}.html`)) return `${path}.html`
  const [year = '', month = '', date = ''] = (publishedAt ?? '').split('T')[0]?.split('-') ?? []
  return `/${year}/${month}${date}/${id}.html`
}
