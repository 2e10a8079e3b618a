/**
 * 粘贴原文: a button at the head of an article; an original page's text fills the draft when the editor says so.
 *
 *   the article's own input, root of the form  →  [粘贴原文] above Sanity's fields
 *
 * It is the document's input because only the root of a form may change every field in one step.
 */
import { ClipboardIcon } from '@sanity/icons/Clipboard'
import { Button, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { set, type ObjectInputProps } from 'sanity'
import { OriginalDialog } from './original/OriginalDialog.tsx'
import { RootChange } from './rootChange.ts'
import { fieldsOf, type Fields } from './value.ts'

export function PasteOriginal(props: ObjectInputProps) {
  const { onChange, readOnly, renderDefault, value } = props
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const adopt = (fields: Fields): void => {
    onChange(Object.entries(fields).map(([name, filled]) => set(filled, [name])))
    setSaid(`已按原文填入 ${Object.keys(fields).length} 项，请核对后再发布。`)
    setOpen(false)
  }
  return (
    <Stack gap={4}>
      <Flex align="center" gap={3} justify="flex-end">
        <Text muted role="status" size={1}>
          {said}
        </Text>
        <Button
          disabled={readOnly === true}
          fontSize={1}
          icon={ClipboardIcon}
          mode="ghost"
          padding={3}
          text="粘贴原文"
          onClick={() => setOpen(true)}
        />
      </Flex>
      {open && <OriginalDialog current={fieldsOf(value)} onAdopt={adopt} onClose={() => setOpen(false)} />}
      <RootChange value={onChange}>{renderDefault(props)}</RootChange>
    </Stack>
  )
}
