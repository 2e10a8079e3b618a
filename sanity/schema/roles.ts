/**
 * Who does what on a page: the one table of credit roles.
 *
 *   ROLES[0]  →  { id: 'editor', title: '责编', labels: ['责任编辑', '责编', …], term: 'responsible editor', place: 'foot', property: 'editor' }
 *
 * The Studio's choices, the generated union type, the credit reader and JSON-LD all come from here.
 * `labels` are the words that papers print, longest first where one contains another; `place` is where our own pages print the
 * credit (an imported page keeps its own place); `property` is the schema.org property (https://schema.org/NewsArticle).
 * Labels seen on 643 stored Chinese news pages of 2009 to 2024, and the steps and crafts of today's desks (三审, 剪辑, 制图); those
 * with a place or a rank in front (本报记者, 见习记者, 特约评论员) are read by the grammar from these stems.
 */
export const ROLES = [
  {
    id: 'editor',
    title: '责编',
    labels: ['本版责任编辑', '本版责编', '责任编辑', '责编', '責任編輯', '責編'],
    term: 'responsible editor',
    place: 'foot',
    property: 'editor',
  },
  {
    id: 'deskEditor',
    title: '编辑',
    labels: ['版面编辑', '值班编辑', '本版编辑', '视觉编辑', '编辑', '編輯'],
    term: 'desk editor',
    place: 'foot',
    property: 'editor',
  },
  {
    id: 'reporter',
    title: '记者',
    labels: ['采写', '采访', '记者', '記者'],
    term: 'reporter',
    place: 'textEnd',
    property: 'author',
  },
  {
    id: 'correspondent',
    title: '通讯员',
    labels: ['通讯员', '通訊員'],
    term: 'correspondent',
    place: 'textEnd',
    property: 'author',
  },
  {
    id: 'author',
    title: '作者',
    labels: [
      '文/图',
      '图/文',
      '文、图',
      '图、文',
      '文图',
      '图文',
      '作者',
      '撰文',
      '执笔',
      '主笔',
      '撰稿',
      '文字',
      '文',
    ],
    term: 'author',
    place: 'byline',
    property: 'author',
  },
  {
    id: 'commentator',
    title: '评论员',
    labels: ['评论员', '評論員'],
    term: 'commentator',
    place: 'byline',
    property: 'author',
  },
  { id: 'intern', title: '实习生', labels: ['实习生', '實習生'], term: 'intern', place: 'textEnd', property: 'author' },
  {
    id: 'photographer',
    title: '摄影',
    labels: ['摄影报道', '摄影记者', '摄影', '攝影', '供图', '图片', '摄', '图'],
    term: 'photographer',
    place: 'foot',
    property: 'contributor',
  },
  {
    id: 'translator',
    title: '编译',
    labels: ['编译', '編譯', '翻译', '译者'],
    term: 'translator',
    place: 'textEnd',
    property: 'translator',
  },
  {
    id: 'compiler',
    title: '整合',
    labels: ['整合', '选稿', '整理', '综合'],
    term: 'compiler',
    place: 'foot',
    property: 'contributor',
  },
  {
    id: 'proofreader',
    title: '校对',
    labels: ['责任校对', '责校', '一校', '二校', '校对', '審校', '审校'],
    term: 'proofreader',
    place: 'foot',
    property: 'contributor',
  },
  {
    id: 'reviewer',
    title: '审核',
    labels: ['审核', '审读', '一审', '二审', '三审', '初审', '复审', '终审', '复核', '审稿', '审签', '签发', '编审'],
    term: 'reviewer',
    place: 'foot',
    property: 'contributor',
  },
  {
    id: 'producer',
    title: '监制',
    labels: ['总监制', '监制', '出品'],
    term: 'producer',
    place: 'foot',
    property: 'contributor',
  },
  {
    id: 'chiefEditor',
    title: '主编',
    labels: ['执行主编', '值班总编', '值班编委', '值班主任', '总编辑', '主编'],
    term: 'chief editor',
    place: 'foot',
    property: 'editor',
  },
  {
    id: 'planner',
    title: '统筹',
    labels: ['总统筹', '总策划', '统筹', '策划', '执行'],
    term: 'planner',
    place: 'foot',
    property: 'contributor',
  },
  {
    id: 'videographer',
    title: '视频',
    labels: ['视频', '摄像', '拍摄', '剪辑'],
    term: 'videographer',
    place: 'foot',
    property: 'contributor',
  },
  {
    id: 'designer',
    title: '美编',
    labels: ['美术编辑', '美编', '制图', '绘图', '插画', '漫画', '设计', '排版'],
    term: 'designer',
    place: 'foot',
    property: 'contributor',
  },
] as const

export type Role = (typeof ROLES)[number]
export type RoleId = Role['id']
/** Where a credit stands on the page: under the headline, after the last word of the text, or on the last line. */
export type CreditPlace = Role['place']

/** `roleOf('editor')` → the table's row for 责编. */
export function roleOf(id: RoleId): Role {
  for (const role of ROLES) if (role.id === id) return role
  throw new Error(`expected a role of the table in sanity/schema/roles.ts, found “${id}”`)
}
