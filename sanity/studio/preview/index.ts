/**
 * The live preview, and where the Studio's configuration puts it.
 *
 *   defaultDocumentNode: (S, { schemaType }) =>
 *     schemaType === 'article'
 *       ? S.document().views([S.view.form().title('编辑'), S.view.component(ArticlePreview).id('preview').title('预览')])
 *       : S.document()
 *
 * With the pane split (the Studio's own button), the page stands beside the form. The page as text is `previewHtml` (html.ts).
 */
export { ArticlePreview } from './ArticlePreview.tsx'
