/**
 * 撤稿 and 恢复: takes an article off the site and leaves a notice at its address, and puts it back.
 *
 *   '涉及未成年人隐私'  →  withdrawn becomes { date: now, reason: '涉及未成年人隐私' }, published
 *   恢复               →  withdrawn is gone, published
 *
 * Withdrawing asks for no 责编 and no other field: it must work on an article with faults, because faults are why it is done.
 */
import { RemoveCircleIcon } from '@sanity/icons/RemoveCircle'
import { RestoreIcon } from '@sanity/icons/Restore'
import { Text, TextArea } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { useDocumentOperation, type DocumentActionComponent } from 'sanity'
import { useErrors } from './errors.ts'
import { DialogField, StepDialog } from './StepDialog.tsx'

export const WithdrawAction: DocumentActionComponent = ({ id, type, draft, published, ready }) => {
  const [open, setOpen] = useState(false)
  const { patch, publish } = useDocumentOperation(id, type)
  const toast = useToast()
  if (published === null || (draft ?? published)['withdrawn'] !== undefined) return null

  const withdraw = (reason: string): void => {
    patch.execute([{ set: { withdrawn: { date: new Date().toISOString(), reason } } }])
    publish.execute()
    setOpen(false)
    toast.push({ status: 'success', title: '已撤稿', description: reason })
  }

  return {
    label: '撤稿',
    icon: RemoveCircleIcon,
    tone: 'critical',
    disabled: !ready,
    title: '从网站撤下，在原地址留下说明',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: '撤稿',
      width: 'medium',
      onClose: () => setOpen(false),
      content: <WithdrawalForm onWithdraw={withdraw} onCancel={() => setOpen(false)} />,
    },
  }
}
WithdrawAction.displayName = 'WithdrawAction'

function WithdrawalForm({ onWithdraw, onCancel }: { onWithdraw(reason: string): void; onCancel(): void }) {
  const [reason, setReason] = useState('')
  return (
    <StepDialog
      ready={reason.trim() !== ''}
      tone="critical"
      confirm="撤稿并发布"
      onConfirm={() => onWithdraw(reason.trim())}
      onCancel={onCancel}
      summary={
        <>
          <Text weight="semibold">读者将不能再读到这篇稿件。</Text>
          <Text size={1}>原地址上只留撤稿时间和原因：</Text>
          <Text>{reason.trim()}</Text>
          <Text size={1} muted>
            稿件仍在稿件库中，可以随时恢复。
          </Text>
        </>
      }
    >
      <DialogField id="withdrawal-reason" label="撤稿原因" hint="会印在原地址上，请写给读者看。">
        <TextArea
          id="withdrawal-reason"
          rows={4}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </DialogField>
    </StepDialog>
  )
}

export const RestoreAction: DocumentActionComponent = (props) => {
  const { id, type, draft, published, ready } = props
  const [open, setOpen] = useState(false)
  const { patch, publish } = useDocumentOperation(id, type)
  const wrong = useErrors(props)
  const toast = useToast()
  if (published === null || (draft ?? published)['withdrawn'] === undefined) return null

  const restore = (): void => {
    patch.execute([{ unset: ['withdrawn'] }])
    publish.execute()
    setOpen(false)
    toast.push({ status: 'success', title: '已恢复', description: '稿件会重新上网。' })
  }

  return {
    label: '恢复',
    icon: RestoreIcon,
    tone: 'positive',
    disabled: !ready || wrong.length > 0,
    title: wrong.length > 0 ? `先改正这些问题，才能恢复：${wrong.join(' ')}` : '取消撤稿，重新上网',
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'confirm',
      tone: 'primary',
      message: '恢复之后，读者可以在原地址重新读到这篇稿件。',
      confirmButtonText: '恢复并发布',
      cancelButtonText: '取消',
      onConfirm: restore,
      onCancel: () => setOpen(false),
    },
  }
}
RestoreAction.displayName = 'RestoreAction'
