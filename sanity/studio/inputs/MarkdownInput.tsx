/**
 * 正文: a plain text box that grows with its text, four marks, and the body as the page will show it.
 *
 *   `渠水来了`, 渠水 selected, Ctrl-B  →  `**渠水**来了`
 *
 * For `lead` and each section's `body`. Archived paragraphs are plain text that must diff, grep and last: so this is no rich editor.
 */
import { Box, Card, Stack, Text, TextArea } from '@sanity/ui'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { set, unset, type StringInputProps } from 'sanity'
import { BodyPreview } from './markdown/BodyPreview.tsx'
import { letterCount, mark, type Mark } from './markdown/marks.ts'
import { Toolbar } from './markdown/Toolbar.tsx'
import { useComposed } from './useComposed.ts'

const KEYS: Readonly<Record<string, Mark>> = { b: 'bold', k: 'link' }

export function MarkdownInput({ elementProps, onChange, readOnly, value = '' }: StringInputProps) {
  const { id, onBlur, onFocus, placeholder, ref, 'aria-describedby': describedBy } = elementProps
  const box = useRef<HTMLTextAreaElement | null>(null)
  const selection = useRef<[number, number] | undefined>(undefined)
  const composed = useComposed(value, (text) => onChange(text === '' ? unset() : set(text)))

  useLayoutEffect(() => {
    const area = box.current
    if (area === null) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
    if (selection.current === undefined) return
    area.focus()
    area.setSelectionRange(...selection.current)
    selection.current = undefined
  }, [composed.text])

  const apply = (kind: Mark): void => {
    const area = box.current
    if (area === null || readOnly === true || composed.composing) return
    const marked = mark({ text: area.value, start: area.selectionStart, end: area.selectionEnd }, kind)
    selection.current = [marked.start, marked.end]
    onChange(set(marked.text))
  }
  const shortcut = (event: KeyboardEvent): void => {
    const kind = event.ctrlKey || event.metaKey ? KEYS[event.key.toLowerCase()] : undefined
    if (kind === undefined || event.altKey || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    apply(kind)
  }

  return (
    <Stack data-zebian="body" gap={2}>
      <Card border radius={2} overflow="hidden">
        {readOnly !== true && <Toolbar onMark={apply} />}
        <TextArea
          __unstable_disableFocusRing={false}
          aria-describedby={describedBy}
          border={false}
          fontSize={2}
          id={id}
          padding={3}
          placeholder={placeholder ?? '段落之间空一行，段首不必空格。'}
          readOnly={readOnly === true}
          ref={(area: HTMLTextAreaElement | null) => {
            box.current = area
            ref.current = area
          }}
          rows={4}
          style={{ lineHeight: 1.8, overflow: 'hidden', resize: 'none' }}
          value={composed.text}
          onBlur={onBlur}
          onFocus={onFocus}
          onKeyDown={shortcut}
          {...composed.handlers}
        />
      </Card>
      <Box style={{ position: 'relative' }}>
        <BodyPreview markdown={composed.text} />
        <Text muted size={0} style={{ position: 'absolute', right: 0, top: 0 }}>
          {letterCount(composed.text)} 字
        </Text>
      </Box>
    </Stack>
  )
}
