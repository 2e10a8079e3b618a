/**
 * 地址: where the page will be served, made from day and channel, and whether it may be.
 *
 *   刊发时间 2024-06-02, 频道 乡村, [生成]  →  /2024/0602/xiangcun-3f0c1a2b.html
 *
 * The rule itself is the schema's, and so is the refusal to publish; here the editor sees it while typing.
 */
import { GenerateIcon } from '@sanity/icons/Generate'
import { Box, Button, Card, Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useClient, set, unset, useFormValue, type StringInputProps } from 'sanity'
import { isAddress } from '../../schema/address.ts'
import { generateAddress } from './address/generate.ts'
import { useHolder } from './address/useHolder.ts'
import { API } from './people/usePeople.ts'
import { useComposed } from './useComposed.ts'
import { refOf, textOf } from './value.ts'

export function AddressInput({ elementProps, onChange, readOnly, value = '' }: StringInputProps) {
  const { id, onBlur, onFocus, placeholder, ref, 'aria-describedby': describedBy } = elementProps
  const client = useClient(API)
  const own = (textOf(useFormValue(['_id'])) ?? '').replace(/^drafts\./u, '')
  const publishedAt = textOf(useFormValue(['publishedAt']))
  const channel = refOf(useFormValue(['channel']))
  const composed = useComposed(value, (text) => onChange(text === '' ? unset() : set(text)))
  const { holder, live } = useHolder(client, own, value)

  const generate = async (): Promise<void> => {
    const path =
      channel === undefined
        ? null
        : await client
            .withConfig({ perspective: 'drafts' })
            .fetch<string | null>('*[_id == $channel][0].path', { channel })
    const given = { publishedAt, channel: path ?? undefined, id: own }
    const short = generateAddress(given)
    const address = short === value && holder !== undefined ? generateAddress(given, 16) : short
    if (address !== undefined) onChange(set(address))
  }

  const said = sayOf({ value, live, holder, publishedAt })
  return (
    <Stack data-zebian="address" gap={3}>
      <Flex gap={2}>
        <Box flex={1}>
          <TextInput
            aria-describedby={describedBy}
            fontSize={2}
            id={id}
            placeholder={placeholder ?? '/2024/0602/a1.html'}
            readOnly={readOnly === true}
            ref={ref}
            value={composed.text}
            onBlur={onBlur}
            onFocus={onFocus}
            {...composed.handlers}
          />
        </Box>
        <Button
          disabled={readOnly === true || publishedAt === undefined || live !== undefined}
          fontSize={1}
          icon={GenerateIcon}
          mode="ghost"
          padding={3}
          text="生成"
          onClick={() => void generate()}
        />
      </Flex>
      <Card padding={said.alarm ? 2 : 0} radius={2} role="status" tone={said.alarm ? 'caution' : 'inherit'}>
        <Text muted={!said.alarm} size={1}>
          {said.text}
        </Text>
      </Card>
    </Stack>
  )
}

interface Facts {
  value: string
  live: string | undefined
  holder: string | undefined
  publishedAt: string | undefined
}

function sayOf({ value, live, holder, publishedAt }: Facts): { text: string; alarm: boolean } {
  if (value !== '' && !isAddress(value))
    return {
      text: '此地址不可用：只用汉字、字母、数字、连字符，以 / 开头，以 .html 结尾，不进入站点自用的文件夹。',
      alarm: true,
    }
  if (holder !== undefined) return { text: `此地址已被“${holder}”占用，请换一个。`, alarm: true }
  if (live !== undefined && live !== value)
    return { text: `此稿已在 ${live} 刊发；改了地址，旧链接会失效，请把旧地址记入“曾用地址”。`, alarm: true }
  if (live !== undefined) return { text: '此稿已在这个地址刊发，一经刊发不再更改。', alarm: false }
  if (publishedAt === undefined) return { text: '填好刊发时间后可自动生成。', alarm: false }
  return { text: value === '' ? '点“生成”按日期和频道起一个地址。' : '地址可用，尚无别的稿件使用。', alarm: false }
}
