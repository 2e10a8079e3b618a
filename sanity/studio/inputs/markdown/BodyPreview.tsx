/**
 * A body as the page shows it, folded until asked for.
 *
 *   <BodyPreview markdown="**渠水**来了" />  →  ▸ 预览
 *
 * The renderer lets no HTML of the text through (src/text/markdown.ts, `html: false`), so its output may stand as it is.
 */
import { Card, Text } from '@sanity/ui'
import { useState } from 'react'
import { renderMarkdown } from '../../../../src/text/markdown.ts'

/** The Studio takes the space between paragraphs away; how the site really sets them is the preview's to show. */
const SPACED = '.zebian-body{line-height:1.8}.zebian-body>*{margin:0 0 .75em}.zebian-body>:last-child{margin:0}'

export function BodyPreview({ markdown }: { markdown: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <Text as="summary" muted size={1} style={{ cursor: 'pointer' }}>
        {open ? '▾ 收起预览' : '▸ 预览'}
      </Text>
      {open && (
        <Card border marginTop={2} padding={3} radius={2}>
          <Text as="div" size={2}>
            <style href="zebian-body" precedence="medium">
              {SPACED}
            </style>
            <div className="zebian-body" dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }} />
          </Text>
        </Card>
      )}
    </details>
  )
}
