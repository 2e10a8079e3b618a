/**
 * Documents that an editor, an importer or another program may leave in a lake, and that must stop nobody else's page.
 *
 *   POISONS[0]  →  { name: 'a headline that is a number', change: { title: 5 } }
 *
 * `change` is put over a good article. Some of them can be printed all the same; the others must be named.
 */
export interface Poison {
  name: string
  change: Record<string, unknown>
}

const nested = (levels: number): unknown => (levels === 0 ? '底' : { _type: 'x', within: nested(levels - 1) })
const section = (body: unknown): unknown => [{ _key: 'a', _type: 'section', body }]
const reference = (_ref: string): object => ({ _type: 'reference', _ref, _weak: true })
const attribution = (given: object): unknown => [
  { _key: 'a', _type: 'attribution', role: 'editor', name: '韩岭', ...given },
]
const line = (given: object): unknown => [
  { _key: 'a', _type: 'creditLine', place: 'foot', text: '(责编：韩岭)', ...given },
]
const bomb = (piece: string, bytes: number): string => piece.repeat(Math.ceil(bytes / piece.length))

export const POISONS: readonly Poison[] = [
  { name: 'a headline that is a number', change: { title: 5 } },
  { name: 'a headline that is null', change: { title: null } },
  { name: 'a headline that is a list', change: { title: ['渠'] } },
  { name: 'a headline that is an object', change: { title: { zh: '渠' } } },
  { name: 'a headline of 200,000 letters', change: { title: '渠'.repeat(200_000) } },
  { name: 'a headline with bidirectional marks', change: { title: '渠\u202E水\u2066' } },
  { name: 'a headline with invisible marks', change: { title: '渠\u200B\u200D\uFEFF水' } },
  { name: 'a headline with half a letter', change: { title: '渠\uD83D水' } },
  { name: 'a headline with a NUL', change: { title: '渠\u0000水' } },
  { name: 'a headline that closes the page', change: { title: '</title></head></html><script>alert(1)</script>' } },
  { name: 'an address that climbs', change: { address: '/../../escaped.html' } },
  { name: 'an address that is none', change: { address: 'du' } },
  { name: 'an address that is null', change: { address: null } },
  { name: 'an address of the site’s own', change: { address: '/index.html' } },
  { name: 'an address in a folder of the site’s own', change: { address: '/people/x.html' } },
  { name: 'an address that another article has', change: { address: '/2024/0602/witness.html' } },
  { name: 'an address that differs in case alone', change: { address: '/2024/0602/WITNESS.html' } },
  { name: 'an address with an invisible mark', change: { address: '/2024/0602/d\u200Bu.html' } },
  { name: 'an address with a bidirectional mark', change: { address: '/2024/0602/d\u202Eu.html' } },
  { name: 'an address in full-width letters', change: { address: '/2024/0602/ｄｕ.html' } },
  { name: 'an address of a thousand letters', change: { address: `/2024/${'渠'.repeat(1_000)}.html` } },
  { name: 'a date that is none', change: { publishedAt: '昨天' } },
  { name: 'the 31st of June', change: { publishedAt: '2024-06-31T00:30:00Z' } },
  { name: 'the year 99999', change: { publishedAt: '99999-06-01T00:30:00Z' } },
  { name: 'a date that is a number', change: { publishedAt: 1_717_288_200 } },
  { name: 'an embargo that is no instant', change: { embargo: '以后' } },
  { name: 'a withdrawal that is a word', change: { withdrawn: '是' } },
  { name: 'a withdrawal on no day', change: { withdrawn: { date: '某日', reason: '误' } } },
  { name: 'sections that are text', change: { sections: '渠水' } },
  { name: 'a section that is null', change: { sections: [null] } },
  { name: 'a body that is a number', change: { sections: section(5) } },
  { name: 'a body of 1,200,000 letters', change: { sections: section('渠水到了田头。'.repeat(171_000)) } },
  { name: 'a body of opened brackets', change: { sections: section(bomb('![[]()', 300_000)) } },
  { name: 'a body of quotes in quotes', change: { sections: section(`${'>'.repeat(60_000)}渠`) } },
  { name: 'a body of stars', change: { sections: section(bomb('*a_', 200_000)) } },
  { name: 'seventeen levels of a field nobody knows', change: { other: nested(17) } },
  { name: 'a role that there is none of', change: { attributions: attribution({ role: 'wizard' }) } },
  { name: 'an attribution without a name', change: { attributions: attribution({ name: undefined }) } },
  { name: 'an editor whose page is gone', change: { attributions: attribution({ who: reference('profile-gone') }) } },
  { name: 'a source that is an article', change: { source: reference('article-witness') } },
  { name: 'a channel that is gone', change: { channel: reference('channel-gone') } },
  { name: 'a channel whose parents go in a ring', change: { channel: reference('channel-ring-a') } },
  {
    name: 'an article that recommends itself',
    change: { recommended: [{ _key: 'a', _type: 'recommended', article: reference('poison-43') }] },
  },
  {
    name: 'a picture without a picture',
    change: { pictures: [{ _key: 'a', _type: 'picture', image: { _type: 'image' } }] },
  },
  {
    name: 'a picture that is gone',
    change: {
      pictures: [
        {
          _key: 'a',
          _type: 'picture',
          image: { _type: 'image', asset: reference('image-0000000000000000000000000000000000000000-1x1-png') },
        },
      ],
    },
  },
  { name: 'a credit line in a place there is none of', change: { creditLines: line({ place: 'sky' }) } },
  { name: 'a credit line with bidirectional marks', change: { creditLines: line({ text: '(责编：\u202E韩岭)' }) } },
  { name: 'a credit line that is an object', change: { creditLines: line({ text: {} }) } },
  {
    name: 'a correction on no day',
    change: { corrections: [{ _key: 'a', _type: 'correction', date: '某日', kind: 'fact', text: '误' }] },
  },
  { name: 'a permission that there is none of', change: { rights: { permission: 'maybe' } } },
  { name: 'a former address that climbs', change: { formerAddresses: ['/../../escaped.html', '/index.html'] } },
  { name: 'fields with names of the language’s own', change: { toString: '水', valueOf: 1 } },
]
