/**
 * What a dialog of ours is made of: a form, and then a page that says what will happen and asks once more.
 *
 *   <StepDialog ready={text !== ''} next="下一步" summary={<>…</>} confirm="更正并发布" tone="primary" onConfirm={…} onCancel={…}>fields</StepDialog>
 *
 * Two steps, because both actions change what readers see and cannot be taken back unseen.
 */
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState, type ReactNode } from 'react'

interface StepDialogProps {
  children: ReactNode
  ready: boolean
  summary: ReactNode
  confirm: string
  tone: 'primary' | 'critical'
  onConfirm(): void
  onCancel(): void
}

export function StepDialog({ children, ready, summary, confirm, tone, onConfirm, onCancel }: StepDialogProps) {
  const [asking, setAsking] = useState(false)
  return (
    <Stack gap={5}>
      {asking ? (
        <Card padding={4} radius={2} border tone={tone === 'critical' ? 'critical' : 'transparent'}>
          <Stack gap={4}>{summary}</Stack>
        </Card>
      ) : (
        children
      )}
      <Flex justify="flex-end" gap={2}>
        {asking ? (
          <>
            <Button mode="bleed" text="返回修改" onClick={() => setAsking(false)} />
            <Button tone={tone} text={confirm} onClick={onConfirm} data-testid="confirm-step" autoFocus />
          </>
        ) : (
          <>
            <Button mode="bleed" text="取消" onClick={onCancel} />
            <Button
              tone={tone}
              text="下一步"
              disabled={!ready}
              onClick={() => setAsking(true)}
              data-testid="next-step"
            />
          </>
        )}
      </Flex>
    </Stack>
  )
}

interface FieldProps {
  id: string
  label: string
  hint?: string
  children: ReactNode
}

export function DialogField({ id, label, hint, children }: FieldProps) {
  return (
    <Stack gap={3}>
      <Text as="label" size={1} weight="medium" htmlFor={id}>
        {label}
      </Text>
      {hint !== undefined && (
        <Text size={1} muted>
          {hint}
        </Text>
      )}
      <Box>{children}</Box>
    </Stack>
  )
}
