/**
 * 核对无误: an editor has held an imported article against its original and found nothing to correct.
 *
 *   provenance.problems ['日期来源行之后有一段脚本生成的阅读数，未收入']  →  provenance.checkedAt: now; the article leaves 待更正
 *
 * Published at once where nothing else waits in a draft; else it goes with the draft, for what others are writing is theirs to publish.
 */
import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { useDocumentOperation, type DocumentActionComponent } from 'sanity'
import { textsAt } from './errors.ts'
import { StepDialog } from './StepDialog.tsx'

export const CheckedAction: DocumentActionComponent = ({ id, type, draft, published, ready }) => {
  const [open, setOpen] = useState(false)
  const { patch, publish } = useDocumentOperation(id, type)
  const toast = useToast()
  const provenance = (draft ?? published)?.['provenance']
  const problems = textsAt(provenance, 'problems')
  if (problems.length === 0 || textsAt(provenance, 'checkedAt').length > 0) return null

  const check = (): void => {
    patch.execute([{ set: { 'provenance.checkedAt': new Date().toISOString() } }])
    if (draft === null && published !== null) publish.execute()
    setOpen(false)
    toast.push({ status: 'success', title: '已记为核对无误', description: '稿件不再列入“待更正”。' })
  }

  return {
    label: '核对无误',
    icon: CheckmarkCircleIcon,
    disabled: !ready,
    title: '已对照原页面看过，无须更正',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: '核对无误',
      width: 'medium',
      onClose: () => setOpen(false),
      content: (
        <StepDialog
          ready
          tone="primary"
          confirm="核对无误"
          onConfirm={check}
          onCancel={() => setOpen(false)}
          summary={<Text>已对照原页面看过以上各处，页面无须更正。核对的时间会记在“出处”中。</Text>}
        >
          <Stack gap={4}>
            <Text size={1}>导入时未能读懂之处：</Text>
            {problems.map((problem) => (
              <Text key={problem}>{problem}</Text>
            ))}
            <Text size={1} muted>
              若有错误已经印出，请改用“更正”。
            </Text>
          </Stack>
        </StepDialog>
      ),
    },
  }
}
CheckedAction.displayName = 'CheckedAction'
