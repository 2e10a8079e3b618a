/**
 * 将印作: the credit lines as the page will print them, and a word when kept lines of the original stand in their way.
 *
 *   <PrintedCredits attributions={[责编 韩岭]} creditLines={[]} readOnly={false} />  →  页尾 (责编：韩岭)
 */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useContext } from 'react'
import { unset } from 'sanity'
import { roleOf } from '../../../schema/roles.ts'
import { RootChange } from '../rootChange.ts'
import type { AttributionItem, CreditLineItem } from './attributions.ts'
import { printedCredits } from './printed.ts'
import { standingOf } from './standing.ts'

interface PrintedCreditsProps {
  attributions: readonly AttributionItem[]
  creditLines: readonly CreditLineItem[]
  readOnly: boolean
}

export function PrintedCredits({ attributions, creditLines, readOnly }: PrintedCreditsProps) {
  const lines = printedCredits(attributions, creditLines)
  return (
    <Card aria-label="将印作" as="section" data-zebian="printed" border padding={3} radius={2} tone="transparent">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          将印作
        </Text>
        {lines.length === 0 && (
          <Text muted size={1}>
            还没有署名，页面上不会印出署名行。
          </Text>
        )}
        {lines.map(({ place, text }) => (
          <Flex key={`${place} ${text}`} align="baseline" gap={3}>
            <Text muted size={0} style={{ flex: 'none', width: '4em' }}>
              {place}
            </Text>
            <Text size={2}>{text}</Text>
          </Flex>
        ))}
        <Apart attributions={attributions} creditLines={creditLines} readOnly={readOnly} />
      </Stack>
    </Card>
  )
}

function Apart({ attributions, creditLines, readOnly }: PrintedCreditsProps) {
  const change = useContext(RootChange)
  const { kept, apart, unprinted } = standingOf(attributions, creditLines)
  if (apart.length === 0 && unprinted.length === 0) return null
  const names = unprinted.map(({ role, name }) => `${roleOf(role).title} ${name}`).join('、')
  const instead = printedCredits(
    attributions,
    creditLines.filter((line) => !kept.includes(line)),
  )
  return (
    <Card border padding={3} radius={2} role="note" tone="caution">
      <Stack gap={3}>
        <Text size={1}>
          本稿留有原样印文，与上面的署名不一致，页面照原样印文印出。
          {unprinted.length > 0 && `这些署名不会印出：${names}。`}
        </Text>
        {!readOnly && change !== undefined && (
          <>
            <Text size={1}>
              {instead.length === 0
                ? '若不再照原文印，可删去原样印文；署名为空，页面将不印署名行。'
                : `若不再照原文印，可删去原样印文，改印：${instead.map(({ text }) => text).join(' ')}`}
            </Text>
            <Flex>
              <Button
                fontSize={1}
                mode="ghost"
                padding={2}
                text={`删去原样印文（${kept.length} 行）`}
                tone="caution"
                onClick={() => change(kept.map(({ _key }) => unset(['creditLines', { _key }])))}
              />
            </Flex>
          </>
        )}
      </Stack>
    </Card>
  )
}
