/**
 * Who wrote and edited a generated article, and for an imported one the lines that its original printed.
 *
 *   creditsOf(ten profiles, { imported: true, printed: '2024年06月02日08:30', source: '禾风日报' })
 *     →  { attributions: [8 reporters, 2 editors], creditLines: [
 *            head '2024年06月02日08:30  来源：禾风日报', byline '记者 韩岚 苏远舟', textEnd '（记者梁穗、石川、…）', foot '(责编：岳禾、邓溪)'] }
 *
 * The lines read back to the same people in the same order, as an import leaves them.
 */
import type { Article, Profile } from '../sanity/types.ts'

interface Printing {
  imported: boolean
  printed: string
  source: string
}

/** The last two of the people edit, the others report; the first two of these stand in the byline. */
export function creditsOf(people: readonly Profile[], { imported, printed, source }: Printing) {
  const reporters = people.slice(0, -2)
  const editors = people.slice(-2)
  const attributions = [...attributed(reporters, 'reporter'), ...attributed(editors, 'editor')].map(keyed)
  if (!imported) return { attributions }
  const lines: Article['creditLines'] = [
    { _type: 'creditLine' as const, place: 'head' as const, text: `${printed}  来源：${source}` },
    { _type: 'creditLine' as const, place: 'byline' as const, text: `记者 ${names(reporters.slice(0, 2), ' ')}` },
    { _type: 'creditLine' as const, place: 'textEnd' as const, text: `（记者${names(reporters.slice(2), '、')}）` },
    { _type: 'creditLine' as const, place: 'foot' as const, text: `(责编：${names(editors, '、')})` },
  ].map(keyed)
  return { attributions, creditLines: lines }
}

const names = (people: readonly Profile[], between: string): string => people.map(({ name }) => name).join(between)

const attributed = (people: readonly Profile[], role: 'reporter' | 'editor') =>
  people.map(({ _id, name }) => ({
    _type: 'attribution' as const,
    role,
    name,
    who: { _type: 'reference' as const, _ref: _id },
  }))

const keyed = <T>(value: T, index: number): T & { _key: string } => ({ ...value, _key: `k${index + 1}` })
