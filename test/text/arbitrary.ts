/**
 * Names, notes, codes and labels as papers print them, for the property tests. All are put together from surnames and letters.
 *
 *   personName  →  '骆青', '欧阳晚', '阿依·木合', 'Ada Holm'
 */
import * as fc from 'fast-check'
import { ROLES, type RoleId } from '../../sanity/schema/roles.ts'

const SURNAMES = [...'王李张刘陈杨黄赵吴周骆闻季郜禤乐印錢劉'].concat('欧阳', '司马', '诸葛')
const GIVEN = [...'青石溪木兰川晚秋砚岭雁棠舟禾朗霁']
const DOTS = [...'·•・‧∙⋅']

const given = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...GIVEN), { minLength: min, maxLength: max }).map((letters) => letters.join(''))
const latin = fc.constantFrom('Ada', 'Holm', 'Lindqvist-Berg', "O'Dea", 'J.R.', 'Zoë')

export const hanName = fc
  .tuple(fc.constantFrom(...SURNAMES), given(1, 2))
  .map(([surname, rest]) => (surname.length === 2 ? surname + rest.slice(0, 1) : surname + rest))
export const dottedName = fc
  .tuple(fc.constantFrom(...DOTS), fc.array(given(2, 5), { minLength: 2, maxLength: 3 }))
  .map(([dot, parts]) => parts.join(dot))
export const latinName = fc.array(latin, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
export const penName = given(2, 6)
export const personName = fc.oneof(
  { weight: 6, arbitrary: hanName },
  { weight: 2, arbitrary: dottedName },
  { weight: 1, arbitrary: latinName },
)

export const note = fc.constantFrom('实习', '实习编辑', '特约', '本报驻禾州', '兼 剪辑', 'trainee')
export const code = fc
  .tuple(fc.stringMatching(/^[A-Z]{1,4}$/), fc.stringMatching(/^[0-9]{2,6}$/))
  .map(([letters, digits]) => letters + digits)

const RANKS = ['', '', '', '本报', '特约', '见习', '首席', '本报驻禾州', '全媒体', '禾风日报', '云上社', '东禾网']
const RANKED: ReadonlySet<string> = new Set(['记者', '通讯员', '评论员', '记者', '通訊員'])

/** A role with one of its labels, spaced or with a rank or paper in front where papers do so. */
export const roleAndLabel: fc.Arbitrary<{ role: RoleId; label: string }> = fc
  .tuple(fc.constantFrom(...ROLES), fc.nat(), fc.constantFrom(...RANKS), fc.constantFrom('', '', '', ' ', '\u3000'))
  .map(([role, pick, rank, space]) => {
    const stem: string = role.labels[pick % role.labels.length] ?? role.title
    return { role: role.id, label: RANKED.has(stem) ? rank + stem : [...stem].join(stem.length === 2 ? space : '') }
  })
