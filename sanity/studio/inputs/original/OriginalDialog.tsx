/**
 * The dialog of 粘贴原文: text in, what was read below it; nothing of the draft changes before 采用.
 *
 *   <OriginalDialog current={{ title: '旧题' }} onAdopt={(fields) => …} onClose={…} />
 */
import { Box, Button, Card, Dialog, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { useClient } from 'sanity'
import { useHolder } from '../address/useHolder.ts'
import { createMissing, whyFailed } from '../people/create.ts'
import { API } from '../people/usePeople.ts'
import { textOf, type Fields } from '../value.ts'
import { clashes } from './adopt.ts'
import { titleOf } from './describe.ts'
import { OriginalReading } from './OriginalReading.tsx'
import { readPasted } from './read.ts'
import { useAdoption } from './useAdoption.ts'
import { usePasted } from './usePasted.ts'

interface OriginalDialogProps {
  current: Fields
  onAdopt: (fields: Fields) => void
  onClose: () => void
}

export function OriginalDialog({ current, onAdopt, onClose }: OriginalDialogProps) {
  const id = useId()
  const client = useClient(API)
  const { text, markup, onPaste, onChange } = usePasted()
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState('')
  const pasted = useDeferredValue(text)
  const copied = useDeferredValue(markup)
  const reading = useMemo(
    () => (pasted.trim() === '' ? undefined : readPasted(copied, pasted, new Date().toISOString())),
    [pasted, copied],
  )
  const read = reading !== undefined && 'page' in reading ? reading : undefined
  const { adoption, people, ready } = useAdoption(read, current)
  const filled = clashes(current, adoption.fields)
  const own = (textOf(current['_id']) ?? '').replace(/^drafts\./u, '')
  const { holder } = useHolder(client, own, textOf(adoption.fields['address']) ?? '')

  const adopt = async (left: readonly string[]): Promise<void> => {
    try {
      await createMissing(client, adoption.missing)
      onAdopt(Object.fromEntries(Object.entries(adoption.fields).filter(([name]) => !left.includes(name))))
    } catch (error) {
      setFailed(whyFailed(error))
    }
  }

  const footer = (
    <Stack gap={3} padding={3}>
      {asking && filled.length > 0 && (
        <Card padding={3} radius={2} role="alert" tone="caution">
          <Text size={1}>这些字段已有不同的内容：{filled.map(titleOf).join('、')}。怎样处理？</Text>
        </Card>
      )}
      {failed !== '' && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>{failed}</Text>
        </Card>
      )}
      <Flex gap={2} justify="flex-end" wrap="wrap">
        <Button mode="bleed" text="取消" onClick={onClose} />
        {asking && filled.length > 0 ? (
          <>
            <Button mode="ghost" text="保留原有，只填空白" onClick={() => void adopt(filled)} />
            <Button text="覆盖并采用" tone="caution" onClick={() => void adopt([])} />
          </>
        ) : (
          <Button
            disabled={!ready || pasted !== text}
            text="采用"
            tone="primary"
            onClick={() => (filled.length > 0 ? setAsking(true) : void adopt([]))}
          />
        )}
      </Flex>
    </Stack>
  )

  return (
    <Dialog footer={footer} header="粘贴原文" id={id} width={2} onClose={onClose}>
      <Stack data-zebian="original" gap={4} padding={4}>
        <Stack gap={3}>
          <Text as="label" htmlFor={`${id}-text`} muted size={1}>
            从标题起，连同日期来源行、正文、署名行一并粘贴；整页复制或粘贴网页源代码也可以。点“采用”之前，稿件不会改动。
          </Text>
          <TextArea
            autoFocus
            fontSize={1}
            id={`${id}-text`}
            rows={read === undefined ? 14 : 7}
            value={text}
            onChange={(event) => {
              onChange(event)
              setAsking(false)
            }}
            onPaste={onPaste}
          />
        </Stack>
        {reading !== undefined && 'refused' in reading && (
          <Card border padding={3} radius={2} role="alert" tone="critical">
            <Text size={1}>{reading.refused}</Text>
          </Card>
        )}
        {holder !== undefined && (
          <Card border padding={3} radius={2} role="note" tone="caution">
            <Text size={1}>这篇原文似已入库：它的地址已被“{holder}”占用。若确要另立一篇，采用后请改地址。</Text>
          </Card>
        )}
        <Box aria-live="polite">{read !== undefined && <OriginalReading people={people} read={read} />}</Box>
      </Stack>
    </Dialog>
  )
}
