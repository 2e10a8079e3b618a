/**
 * 更正: says on the page what was wrong, stamps the date, publishes.
 *
 *   { kind: 'fact', text: '第三段“十二公里”应为“二十公里”。' }
 *     →  corrections gains { date: now, kind, text }, and the article is published with it
 */
import { EditIcon } from '@sanity/icons/Edit'
import { Select, Stack, Text, TextArea } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { useDocumentOperation, type DocumentActionComponent } from 'sanity'
import { CORRECTION_KINDS } from '../../schema/correction.ts'
import { shanghaiMinute } from '../../schema/time.ts'
import { useErrors } from './errors.ts'
import { newKey } from './key.ts'
import { DialogField, StepDialog } from './StepDialog.tsx'

export const CorrectAction: DocumentActionComponent = (props) => {
  const { id, type, draft, published, ready } = props
  const [open, setOpen] = useState(false)
  const { patch, publish } = useDocumentOperation(id, type)
  const wrong = useErrors(props)
  const toast = useToast()
  // Only what readers have seen can be corrected; what was withdrawn has no text left to correct.
  if (published === null || (draft ?? published)['withdrawn'] !== undefined) return null

  const correct = (kind: string, text: string): void => {
    const correction = { _type: 'correction', _key: newKey(), date: new Date().toISOString(), kind, text }
    patch.execute([
      { setIfMissing: { corrections: [] } },
      { insert: { after: 'corrections[-1]', items: [correction] } },
    ])
    publish.execute()
    setOpen(false)
    toast.push({ status: 'success', title: '更正已发布', description: text })
  }

  return {
    label: '更正',
    icon: EditIcon,
    disabled: !ready || wrong.length > 0,
    title: wrong.length > 0 ? `先改正这些问题，才能发布更正：${wrong.join(' ')}` : '在页面上写明更正，并发布',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: '更正',
      width: 'medium',
      onClose: () => setOpen(false),
      content: <CorrectionForm also={draft !== null} onCorrect={correct} onCancel={() => setOpen(false)} />,
    },
  }
}
CorrectAction.displayName = 'CorrectAction'

interface FormProps {
  /** Whether a draft with other changes goes out with it. */
  also: boolean
  onCorrect(kind: string, text: string): void
  onCancel(): void
}

function CorrectionForm({ also, onCorrect, onCancel }: FormProps) {
  const [kind, setKind] = useState<string>(CORRECTION_KINDS[0].value)
  const [text, setText] = useState('')
  const printed = `${CORRECTION_KINDS.find(({ value }) => value === kind)?.title ?? ''}（${shanghaiMinute(new Date().toISOString()) ?? ''}）`
  return (
    <StepDialog
      ready={text.trim() !== ''}
      tone="primary"
      confirm="更正并发布"
      onConfirm={() => onCorrect(kind, text.trim())}
      onCancel={onCancel}
      summary={
        <>
          <Text weight="semibold">页面上将长期印出：</Text>
          <Text size={1}>{printed}</Text>
          <Text>{text.trim()}</Text>
          <Text size={1} muted>
            {also ? '稿件中其他未发布的修改会一并发布。' : '正文如也要改动，请先改正文，再作更正。'}
          </Text>
        </>
      }
    >
      <Stack gap={4}>
        <DialogField id="correction-kind" label="类别">
          <Select id="correction-kind" value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            {CORRECTION_KINDS.map(({ title, value }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        </DialogField>
        <DialogField
          id="correction-text"
          label="更正内容"
          hint="写明原文、应为何文，例如：第三段“十二公里”应为“二十公里”。"
        >
          <TextArea
            id="correction-text"
            rows={4}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </DialogField>
      </Stack>
    </StepDialog>
  )
}
