/**
 * Which articles a list of the desk holds, as GROQ filters.
 *
 *   STATES.drafts.filter  →  '_type == "article" && coalesce(_originalId, _id) in path("drafts.**")'
 *   countsQuery({ all: '_type == "article"' })  →  '{"all": count(*[_type == "article"])}'
 *
 * A list shows each article once, its draft before what is published; there `_originalId` says which of the two it is. A listener
 * sees both as they are stored, hence `coalesce`.
 */
const ARTICLE = '_type == "article"'
const DRAFT = 'coalesce(_originalId, _id) in path("drafts.**")'

/** A field that is not there counts as none: in GROQ `count(null)` is null, and no comparison with null is ever true. */
const count = (field: string, of = ''): string => `count(coalesce(${field}, [])${of})`
const CORRECTED = count('corrections')

export interface ListFilter {
  title: string
  hint: string
  filter: string
}

export const STATES = {
  all: { title: '全部稿件', hint: '草稿与已发布的稿件', filter: ARTICLE },
  drafts: {
    title: '草稿',
    hint: '还没有发布的稿件，以及已发布、又有未发布修改的稿件',
    filter: `${ARTICLE} && ${DRAFT}`,
  },
  published: {
    title: '已发布',
    hint: '已经发布、没有待发布修改的稿件',
    filter: `${ARTICLE} && !(${DRAFT}) && !defined(withdrawn)`,
  },
  // What the importer could not read stays in `provenance`: a printed correction settles it, or an editor who found nothing wrong.
  correcting: {
    title: '待更正',
    hint: '导入时有未能读懂之处、尚未更正也未核对的稿件，以及更正还在草稿里的稿件',
    filter: `${ARTICLE} && !defined(withdrawn) && ((${count('provenance.problems')} > 0 && !defined(provenance.checkedAt) && ${CORRECTED} == 0) || (${DRAFT} && ${CORRECTED} > 0))`,
  },
  withdrawn: { title: '已撤稿', hint: '原地址上只留说明的稿件', filter: `${ARTICLE} && defined(withdrawn)` },
  unedited: {
    title: '未署责编',
    hint: '没有责编署名的稿件，已写“无责编说明”的也在内',
    filter: `${ARTICLE} && ${count('attributions', '[role == "editor"]')} == 0`,
  },
} as const satisfies Record<string, ListFilter>

export const KINDS = {
  profile: { title: '人物', hint: '记者、编辑和报道中写到的人', filter: '_type == "profile"' },
  source: { title: '来源', hint: '报纸、通讯社和部门', filter: '_type == "source"' },
  channel: { title: '频道', hint: '页面上方的路径', filter: '_type == "channel"' },
} as const satisfies Record<string, ListFilter>

export const IN_CHANNEL = `${ARTICLE} && channel._ref == $channel`
export const WITHOUT_CHANNEL = `${ARTICLE} && !defined(channel)`
export const BETWEEN = `${ARTICLE} && publishedAt >= $from && publishedAt < $to`
export const UNDATED = `${ARTICLE} && !defined(publishedAt)`

/** One request for all the counts of a list. */
export function countsQuery(filters: Readonly<Record<string, string>>): string {
  return `{${Object.entries(filters)
    .map(([name, filter]) => `"${name}": count(*[${filter}])`)
    .join(', ')}}`
}
