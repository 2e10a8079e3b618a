/**
 * The inputs made for a newsroom's work, and where they stand in the form.
 *
 *   defineConfig({ form: { components: { input: FormInput } }, … })   puts each in its place:
 *
 *   article (root of the form)                  →  PasteOriginal   粘贴原文
 *   article.attributions                        →  CreditsInput    署名
 *   article.lead, article.sections[].body       →  MarkdownInput   正文
 *   article.address                             →  AddressInput    地址
 */
export { FormInput } from './FormInput.tsx'
