/**
 * One list of the desk: rows with icon, title and count, each opening the list below it.
 *
 *   S.component(rowsPane({ query: () => COUNTS, rows: (answer) => countedRows(ROOT, answer) }))
 *     →  ▤ 草稿  3 ›
 *        ▤ 已发布 19 ›
 *
 * Structure Builder's own list has no room for a number that changes, so this draws the Studio's own rows by the same parts.
 */
import { ChevronRightIcon } from '@sanity/icons/ChevronRight'
import { FolderIcon } from '@sanity/icons/Folder'
import { Box, Card, Flex, Stack, Text } from '@sanity/ui'
import { PreviewCard, SanityDefaultPreview } from 'sanity'
import { usePaneRouter, type UserComponent } from 'sanity/structure'
import type { Row } from './rows.ts'
import { useAnswer } from './useAnswer.ts'

export interface RowsSource {
  /** `id` is the id of the row that opened this list. */
  query(id: string): string
  params?(id: string): Readonly<Record<string, string>>
  /** `answer` is undefined until the lake has answered. */
  rows(answer: unknown): Row[]
}

export function rowsPane(source: RowsSource): UserComponent {
  return function RowsPane({ itemId, childItemId }) {
    const answer = useAnswer(source.query(itemId), source.params?.(itemId))
    const rows = source.rows(answer)
    return (
      <Card height="fill" overflow="auto" paddingBottom={4}>
        <Stack padding={2} gap={1} as="nav" aria-label="列表">
          {rows.map((row) => (
            <RowView key={row.id} row={row} open={row.id === childItemId} />
          ))}
          {rows.length === 0 && (
            <Box padding={3}>
              <Text muted size={1}>
                {answer === undefined ? '正在读取……' : '还没有稿件'}
              </Text>
            </Box>
          )}
        </Stack>
      </Card>
    )
  }
}

function RowView({ row, open }: { row: Row; open: boolean }) {
  const { ChildLink } = usePaneRouter()
  const { id, title, hint, icon, count, depth = 0, heading } = row
  return (
    <>
      {heading !== undefined && (
        <Box paddingX={3} paddingTop={4} paddingBottom={2}>
          <Text size={1} weight="semibold" muted>
            {heading}
          </Text>
        </Box>
      )}
      <Box style={{ paddingInlineStart: `${depth * 1.25}em` }}>
        <PreviewCard
          as={ChildLink}
          data-as="a"
          data-testid={`desk-${id}`}
          childId={id}
          radius={2}
          selected={open}
          tone="inherit"
          title={hint}
        >
          <SanityDefaultPreview
            layout="compact"
            icon={icon ?? FolderIcon}
            title={title}
            status={<Count count={count} />}
          />
        </PreviewCard>
      </Box>
    </>
  )
}

function Count({ count }: { count: number | undefined }) {
  return (
    <Flex align="center" gap={3}>
      {count !== undefined && (
        <Text size={1} muted data-testid="desk-count" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {count.toLocaleString('zh-CN')}
        </Text>
      )}
      <Text size={1} muted style={{ opacity: 0.5 }}>
        <ChevronRightIcon />
      </Text>
    </Flex>
  )
}
