/**
 * 预览: the page as its reader will get it, drawn from the draft while the editor types.
 *
 *   S.view.component(ArticlePreview).id('preview').title('预览')
 *
 * Model and view are the site's own and pure, so there is no server to wait for. The frame runs no scripts.
 */
import { Card, Flex } from '@sanity/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import type { UserViewComponent } from 'sanity/structure'
import { framed } from './frame.ts'
import { previewHtml } from './html.ts'
import { Looks, type Look } from './Looks.tsx'
import { PageFrame } from './PageFrame.tsx'
import { useAround } from './useAround.ts'

/** A desk's screen and a usual phone, in CSS pixels. */
const WIDTHS = { wide: 1040, phone: 390 } as const

export const ArticlePreview: UserViewComponent = ({ document }) => {
  const [look, setLook] = useState<Look>({ width: 'wide', dark: false, size: 100 })
  const draft: unknown = useDeferredValue(document.displayed)
  const { documents, pictures } = useAround(draft)
  const html = useMemo(
    () => framed(previewHtml(draft, documents), { dark: look.dark, size: look.size, pictures }),
    [draft, documents, pictures, look.dark, look.size],
  )
  return (
    <Flex direction="column" height="fill">
      <Looks look={look} onLook={setLook} />
      <Card flex={1} overflow="hidden" tone="transparent">
        <PageFrame html={html} width={WIDTHS[look.width]} />
      </Card>
    </Flex>
  )
}
