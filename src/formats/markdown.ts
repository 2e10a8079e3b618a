/**
 * An article as Markdown with its record in front, for readers that are programs.
 *
 *   articleMarkdown(page)
 *     →  '---\ntitle: "把渠修到田头"\ndate: 2024-06-02T08:30:00+08:00\ncredits:\n  - role: reporter\n    label: "记者"\n    name: "石砚"\n---\n\n# 把渠修到田头\n…'
 *
 * The front matter is YAML whose strings are JSON's (https://yaml.org/spec/1.2.2/, “YAML is a superset of JSON”).
 */
import type { ArticlePage } from '../content/article.ts'
import type { Run } from '../content/links.ts'
import { formatOffset } from '../text/dates.ts'
import { plainToMarkdown } from '../text/markdown.ts'
import { blocksOf, type Block } from '../content/blocks.ts'

export function articleMarkdown(page: ArticlePage): string {
  return `---\n${frontMatter(page).join('\n')}\n---\n\n${blocksOf(page)
    .map((block) => blockMarkdown(block, page.site.origin ?? ''))
    .filter((text) => text !== '')
    .join('\n\n')}\n`
}

const quoted = (text: string): string => JSON.stringify(text)

function frontMatter({ title, kicker, subtitle, canonical, publishedAt, record }: ArticlePage): string[] {
  const field = (name: string, text: string | undefined): string[] =>
    text === undefined ? [] : [`${name}: ${quoted(text)}`]
  return [
    `title: ${quoted(title)}`,
    ...field('kicker', kicker),
    ...field('subtitle', subtitle),
    `date: ${formatOffset(publishedAt)}`,
    ...(record.modifiedAt === publishedAt ? [] : [`updated: ${formatOffset(record.modifiedAt)}`]),
    ...field('source', record.source?.name),
    ...field('url', canonical),
    ...field('original_title', record.original?.headline),
    ...field('original_url', record.original?.url),
    ...field('rights_holder', record.holder),
    ...(record.people.length === 0 ? [] : ['credits:']),
    ...record.people.flatMap(({ role, label, name, note }) => [
      `  - role: ${role}`,
      `    label: ${quoted(label)}`,
      `    name: ${quoted(name)}`,
      ...(note === undefined ? [] : [`    note: ${quoted(note)}`]),
    ]),
  ]
}

const plain = (text: string): string => plainToMarkdown([text])

function blockMarkdown(block: Block, origin: string): string {
  switch (block.kind) {
    case 'title':
      return `# ${plain(block.text)}`
    case 'heading':
      return `## ${plain(block.text)}`
    case 'line':
      return plain(block.text)
    case 'picture': {
      const { src, alt, caption, credit } = block.picture
      const said = [caption, credit].filter((part) => part !== undefined).join(' ')
      return `![${plain(alt)}](${origin}${src})${said === '' ? '' : `\n\n${plain(said)}`}`
    }
    case 'links':
      return `## ${block.title}\n\n${block.links.map((run) => `- ${linkMarkdown(run, origin)}`).join('\n')}`
    case 'body':
      return bodyMarkdown(block)
  }
}

function linkMarkdown({ text, href }: Run, origin: string): string {
  if (href === undefined) return plain(text)
  return `[${plain(text)}](<${href.startsWith('/') ? origin + href : href}>)`
}

/** What does not begin or end with a plain paragraph gets the dateline and the reporters as paragraphs of their own. */
function bodyMarkdown({ markdown, before, after }: Extract<Block, { kind: 'body' }>): string {
  const blocks = markdown.split('\n\n')
  if (before !== undefined) {
    const first = blocks[0] ?? ''
    blocks.splice(0, 1, ...(isParagraph(first) ? [`${plain(before)}\u3000${first}`] : [plain(before), first]))
  }
  if (after !== undefined) {
    const last = (blocks.pop() ?? '').trimEnd()
    blocks.push(...(isParagraph(last) ? [last + plain(after)] : [last, plain(after)]))
  }
  return blocks.join('\n\n')
}

const isParagraph = (text: string): boolean => !/^(?:[-+*>|#]|\d{1,9}[.)]\s)/mu.test(text)
