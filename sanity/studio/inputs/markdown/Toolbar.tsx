/**
 * The four marks that a body may have, as buttons.
 *
 *   <Toolbar onMark={(kind) => …} />  →  加粗 链接 列表 引文
 */
import { BlockquoteIcon } from '@sanity/icons/Blockquote'
import { BoldIcon } from '@sanity/icons/Bold'
import { LinkIcon } from '@sanity/icons/Link'
import { UlistIcon } from '@sanity/icons/Ulist'
import { Button, Card, Flex } from '@sanity/ui'
import type { ElementType } from 'react'
import type { Mark } from './marks.ts'

const BUTTONS: readonly { kind: Mark; text: string; icon: ElementType; keys?: string }[] = [
  { kind: 'bold', text: '加粗', icon: BoldIcon, keys: 'Control+B' },
  { kind: 'link', text: '链接', icon: LinkIcon, keys: 'Control+K' },
  { kind: 'list', text: '列表', icon: UlistIcon },
  { kind: 'quote', text: '引文', icon: BlockquoteIcon },
]

export function Toolbar({ onMark }: { onMark: (kind: Mark) => void }) {
  return (
    <Card borderBottom padding={1} tone="transparent">
      <Flex aria-label="正文格式" gap={1} role="toolbar" wrap="wrap">
        {BUTTONS.map(({ kind, text, icon, keys }) => (
          <Button
            aria-keyshortcuts={keys}
            fontSize={1}
            icon={icon}
            key={kind}
            mode="bleed"
            padding={2}
            text={text}
            title={keys === undefined ? text : `${text}（${keys.replace('Control', 'Ctrl')}）`}
            // The selection in the text must not be lost to the button.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onMark(kind)}
          />
        ))}
      </Flex>
    </Card>
  )
}
