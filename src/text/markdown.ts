/**
 * Bodies: the few Markdown marks that an archive allows, and plain paragraphs that must stay plain.
 *
 *   renderMarkdown('**“稳”**字当头\n\n1. 是开头')  →  '<p><strong>“稳”</strong>字当头</p>\n<ol>…'
 *   plainToMarkdown('1. 不是列表 *号')             →  '1\\. 不是列表 \\*号'
 *   renderMarkdown(plainToMarkdown(p)) shows p again, to the letter
 *
 * The `zero` preset plus what is named here; no HTML, no images (pictures are fields), links to http, https and our own paths only.
 * A line break between Chinese letters or marks prints nothing (a browser would draw a space of 4 px: measured).
 * `markdown-it-cjk-friendly` mends CommonMark's rule that leaves `**` standing beside Chinese quotes (13 of 17 spans measured).
 */
import MarkdownIt, { type Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'

const parser = new MarkdownIt('zero', { html: false, linkify: false, breaks: false })
  .enable(
    [
      'emphasis',
      'strikethrough',
      'link',
      'escape',
      'list',
      'blockquote',
      'table',
      'newline',
      'entity',
      'balance_pairs',
      'fragments_join',
    ],
    // A rule that this version does not know is a mistake of ours, not to be passed over.
    false,
  )
  .use(cjkFriendly)

/** Only these may be followed from a body; everything else is printed as text. A browser reads `/\host` as `//host`. */
parser.validateLink = (url) => /^(?:https?:\/\/[^\s/]|\/(?!\/))\S*$/iu.test(url) && !/\\|%5c|%[01][\da-f]/iu.test(url)

const LEFT = /[\p{Script=Han}，。：；！？、…—”’）》】」』]$/u
const RIGHT = /^[\p{Script=Han}，。：；！？、…—“‘（《【「『”’）》】」』]/u
parser.renderer.rules['softbreak'] = (tokens, at) =>
  LEFT.test(neighbour(tokens, at, -1).slice(-2)) && RIGHT.test(neighbour(tokens, at, 1)) ? '' : '\n'

/** The text beside a line break; tokens of marks such as `**` hold none and are passed over. */
function neighbour(tokens: readonly Token[], at: number, step: 1 | -1): string {
  for (let index = at + step; ; index += step) {
    const token = tokens[index]
    if (token === undefined || token.content !== '' || token.type.endsWith('break')) return token?.content ?? ''
  }
}

/** An aligned cell says so by its class: a style attribute would need a hole in the content security policy. */
parser.core.ruler.push('alignment', ({ tokens }) => {
  for (const token of tokens) {
    const style = token.attrGet('style')
    if (typeof style === 'string') token.attrs = [['class', style.replace('text-align:', '')]]
  }
})

/**
 * One paragraph with nothing in it that Markdown or HTML could read as a mark needs no parser: most archived text is so. A number may
 * begin it (6月2日清晨), but not one that would begin a list.
 */
const PLAIN = /^(?=\S)(?!\d{1,9}[.)])[^\\`*_~[\]<>&"!#|:\n\r\0+-][^\\`*_~[\]<>&"\n\r|\0]*$/u

/** One paragraph on one line that nothing makes a list, a quotation or a table of: marks inside it are the parser's, the rest is not. */
const ONE_LINE = /^(?=\S)(?!\d{1,9}[.)])(?![*_](?:\s|$))[^>#:|!+=~`\n\r\0-][^\n\r\0]*(?<=\S)$/u

/** Bodies as they came out lately: the page, its plain text, ninjs and feeds ask for the same ones, in a row. Some 3 kB each. */
const LATELY = new Map<string, string>()
const MOST = 32

/** Markdown in, HTML out; never a script, an event handler or a foreign scheme. */
export function renderMarkdown(markdown: string): string {
  const known = LATELY.get(markdown)
  if (known !== undefined) return known
  const rendered = rendering(markdown)
  if (LATELY.size >= MOST) LATELY.clear()
  LATELY.set(markdown, rendered)
  return rendered
}

function rendering(markdown: string): string {
  const blocks = markdown.split('\n\n')
  if (!blocks.every((block) => ONE_LINE.test(block))) return renderWithParser(markdown)
  return blocks.map((block) => `<p>${PLAIN.test(block) ? block : parser.renderInline(block)}</p>\n`).join('')
}

/** The same by way of the parser, whatever the text: what the short way above must give to the letter. */
export function renderWithParser(markdown: string): string {
  return parser.render(markdown)
}

/** Paragraphs of plain text in, Markdown that shows exactly them out: one block each, every mark escaped, blank ones left out. */
export function plainToMarkdown(paragraphs: readonly string[]): string {
  return paragraphs
    .map(plainBlock)
    .filter((block) => block !== '')
    .join('\n\n')
}

/** A line break inside a paragraph stays one; an empty line would part it in two. */
function plainBlock(text: string): string {
  const lines = text.split(/[\r\n]+/u).map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => escapeStart(line.replaceAll(/[\\`*_~[\]<>&|]/gu, String.raw`\$&`)))
    .join('\n')
}

/** `1. ` would begin a list, `- ` and `+ ` too, `> ` a quotation, `#` a heading. */
function escapeStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`).replace(/^[-+#=:]/u, String.raw`\$&`)
}
