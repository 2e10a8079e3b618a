/**
 * Words of the Studio's own interface that its Chinese translation has not got yet, as far as an editor of ours meets them.
 *
 *   'document-view.form-view.sync-pending.title'  →  '修改还没有保存'   (else: “Your changes aren't saving”)
 *
 * Found by holding the keys of sanity 6.16.0 against @sanity/locale-zh-hans 2.1.34; what belongs to releases, variants, tables and
 * other datasets is left out, because the desk has none of it.
 */
import type { LocalePluginOptions } from 'sanity'

const STRUCTURE = {
  'confirm-delete-dialog.confirm-anyway-button.text_delete_other': '仍要删除',
  'confirm-delete-dialog.confirm-button.text_delete_other': '删除',
  'confirm-delete-dialog.confirmation.text_delete_other': '确定删除这篇文档（包括草稿）吗？',
  'document-inspector.error.close-button.aria-label': '关闭',
  'document-inspector.error.description': '这一栏无法显示。',
  'document-inspector.error.retry-button.text': '重试',
  'document-inspector.error.title': '出错了',
  'document-view.form-view.sync-pending.description': '会继续尝试保存；在此期间，修改留在浏览器里。',
  'document-view.form-view.sync-pending.title': '修改还没有保存',
  'document-view.form-view.sync-recovering.description': '保存之后即可继续编辑。',
  'document-view.form-view.sync-recovering.title': '正在保存修改……',
  'document-view.form-view.sync-stalled.description': '保存之前暂停编辑。修改留在浏览器里，请不要关闭此页。',
  'document-view.form-view.sync-stalled.title': '修改仍未能保存',
  'incoming-references-pane.no-references': '没有引用它的文档。',
  'menu-items.layout.restore-default': '默认版式',
  'menu-items.layout.restore-default.disabled-reason': '已是默认版式',
  'menu-items.sort-by.restore-default': '默认排序',
  'menu-items.sort-by.restore-default.disabled-reason': '已是默认排序',
  'panes.document-list-pane.error.max-retries-attempted': '试了 {{count}} 次仍未成功，不再自动重试。',
  'panes.document-list-pane.search-ordering.aria-label': '更改搜索结果的次序',
  'panes.document-list-pane.search-ordering.label': '次序：{{order}}',
  'panes.document-list-pane.search-ordering.relevance': '相关程度',
  'panes.document-list-pane.search-ordering.summary-relevance': '按相关程度排列',
  'panes.document-list-pane.sort-order.disabled-reason': '此类文档没有这种排序所需的字段',
} as const

const STUDIO = {
  'changes.action.revert-all-description': '确定撤销全部 {{count}} 处修改吗？',
  'changes.unknown-schema-field.description': '此字段不在模式中，其值以 JSON 显示。',
  'common.error': '错误',
  'diagnostics.menu-item': '诊断',
  'document-group-inventory.action.cancel': '取消',
  'document-group.delete.cancel-button.text': '取消',
  'document-group.delete.confirm-button.text_other': '删除（{{count}}）',
  'document-group.delete.error.message': '删除时出错；多半是还有别的文档引用它。',
  'document-group.delete.preview-item.preview-unavailable.title': '无法预览',
  'document-group.delete.referring-document-count.text_other': '有 {{count}} 篇文档引用“<DocumentTitle/>”',
  'document-group.delete.referring-documents-descriptor.text': '下列文档引用了“<DocumentTitle/>”，可能无法删除：',
  'document-group.delete.title_other': '删除 {{count}} 个{{subject}}',
  'document-group.subject.version_other': '版本',
  'document-status.published-at': '发布于 {{date}}',
  'document.initial-value.error.title': '未能填好初始值',
  'form.field.actions-menu.title': '字段操作',
} as const

/** Words that the translation has, and that an editor would take for something else. */
const CLEARER = {
  // What the importer or a program files goes in as published, with no draft before it; “实时编辑” would be two editors at once.
  'timeline.operation.edited-live': '直接写入',
  'timeline.operation.edited-live_timestamp': '直接写入：{{timestamp, datetime}}',
  // What was done, not what it is now.
  'timeline.operation.unpublished': '取消发布',
  'timeline.operation.unpublished_timestamp': '取消发布：{{timestamp, datetime}}',
  'timeline.operation.history-cleared': '更早的历史没有保留',
} as const

const VISION = {
  'action.save-personal-copy': '另存为个人的',
  'action.save-personal-query': '存为个人的',
  'action.save-shared-query': '存为共用的',
  'action.unshare': '不再共用',
  'label.all': '全部',
  'label.shared': '共用',
  'label.untitled-query': '未命名',
  'query.error.unsupported-release-perspective': '这一版 API 不支持多重视角，请用 {{apiVersion}} 或更新的。',
  'save-query.personal-copy-success': '已另存为个人的查询',
  'save-query.share-warning': '共用的查询作为文档存放在内容库里。',
  'save-query.shared-success': '已存为共用的查询',
  'save-query.unshared-success': '已移到个人的查询中',
} as const

export const MISSING_WORDS: LocalePluginOptions = {
  bundles: [
    { locale: 'zh-Hans', namespace: 'structure', resources: STRUCTURE },
    { locale: 'zh-Hans', namespace: 'studio', resources: { ...STUDIO, ...CLEARER } },
    { locale: 'zh-Hans', namespace: 'vision', resources: VISION },
  ],
}
