/**
 * Names as printed, each with the person of the lake who is meant: found, to be chosen among namesakes, or to be made.
 *
 *   <PeopleList rows={[{ name: '韩岭', matches: [one], choice: one.id }]} said={{ 韩岭: '责编' }} onChoose={…} />
 */
import { Badge, Box, Card, Flex, Select, Stack, Text } from '@sanity/ui'
import { describeKnown, NEW, NOBODY, UNDECIDED } from './match.ts'
import type { PersonRow } from './usePeople.ts'

interface PeopleListProps {
  rows: readonly PersonRow[]
  /** What each name is read as, by name: `责编`, `记者（实习）`. */
  said: Readonly<Record<string, string>>
  onChoose: (name: string, choice: string) => void
}

export function PeopleList({ rows, said, onChoose }: PeopleListProps) {
  return (
    <Stack as="ul" gap={2} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {rows.map((row) => (
        <Card as="li" key={row.name} border radius={2} padding={2} tone={toneOf(row)}>
          <Flex align="center" gap={3} wrap="wrap">
            <Box flex={1} style={{ minWidth: '9em' }}>
              <Flex align="center" gap={2}>
                <Text size={1} weight="semibold">
                  {row.name}
                </Text>
                <Badge fontSize={0}>{said[row.name] ?? ''}</Badge>
              </Flex>
            </Box>
            <Box flex={2} style={{ minWidth: '14em' }}>
              <Select
                aria-label={`${row.name}：对应人物库中的谁`}
                fontSize={1}
                padding={2}
                value={row.choice}
                onChange={(event) => onChoose(row.name, event.currentTarget.value)}
              >
                {row.choice === UNDECIDED && <option value={UNDECIDED}>{askOf(row)}</option>}
                {row.matches.map((known) => (
                  <option key={known.id} value={known.id}>
                    {describeKnown(known, row.name)}
                  </option>
                ))}
                <option value={NEW}>新建人物“{row.name}”</option>
                <option value={NOBODY}>只印姓名，不关联人物</option>
              </Select>
            </Box>
          </Flex>
        </Card>
      ))}
    </Stack>
  )
}

const askOf = ({ matches }: PersonRow): string =>
  matches.length > 1 ? `同名 ${matches.length} 人，请选择……` : '正在查人物库……'

function toneOf({ choice, matches }: PersonRow) {
  if (choice === UNDECIDED && matches.length > 1) return 'caution'
  return choice === NEW ? 'primary' : 'default'
}
