/**
 * What the page's address says is wanted, a pair.
 *
 *   parseAddress('?q=渠水&year=2024')  ⇄  formatAddress({ q: '渠水', year: '2024' })
 *
 * Names are those of the form's fields, so that a form sent without script asks for the same.
 */
export const FIELDS = ['q', 'channel', 'year', 'source', 'person', 'role'] as const

export type Asked = Partial<Record<(typeof FIELDS)[number], string>>

const LONGEST = 300

export function parseAddress(search: string): Asked {
  const given = new URLSearchParams(search)
  return asked((field) => given.get(field) ?? '')
}

/** What has no value is left out; nothing but the query counts as one letter long. */
export function asked(valueOf: (field: (typeof FIELDS)[number]) => string): Asked {
  const found: Asked = {}
  for (const field of FIELDS) {
    const value = valueOf(field).trim().slice(0, LONGEST)
    if (value !== '') found[field] = value
  }
  return found
}

export function formatAddress(wanted: Asked): string {
  const said = new URLSearchParams()
  for (const field of FIELDS) if (wanted[field] !== undefined) said.set(field, wanted[field])
  const text = said.toString()
  return text === '' ? '' : `?${text}`
}
