/**
 * What was read from a pasted page: a table of fields, the people, and whatever was not understood.
 *
 *   <OriginalReading read={{ page, documents }} people={…} />
 */
import { Card, Flex, Stack, Text } from '@sanity/ui'
import { roleOf } from '../../../schema/roles.ts'
import type { OriginalPage } from '../../../../src/import/page.ts'
import { PeopleList } from '../people/PeopleList.tsx'
import type { People } from '../people/usePeople.ts'
import { describeOriginal } from './describe.ts'

interface OriginalReadingProps {
  read: { page: OriginalPage }
  people: People
}

export function OriginalReading({ read: { page }, people }: OriginalReadingProps) {
  return (
    <Stack gap={4}>
      {page.problems.length > 0 && (
        <Card border padding={3} radius={2} role="note" tone="caution">
          <Stack as="ul" gap={3} paddingLeft={3} style={{ margin: 0 }}>
            {page.problems.map((problem) => (
              <Text as="li" key={problem} size={1}>
                {problem}
              </Text>
            ))}
          </Stack>
        </Card>
      )}
      <Stack as="dl" gap={0} style={{ margin: 0 }}>
        {describeOriginal(page).map(({ title, value }) => (
          <Flex gap={3} key={title} paddingY={3} style={{ borderTop: '1px solid var(--card-border-color)' }}>
            <Text as="dt" muted size={1} style={{ flex: 'none', width: '5em' }}>
              {title}
            </Text>
            <Text as="dd" size={1} style={{ flex: 1, margin: 0, whiteSpace: 'pre-line' }}>
              {value}
            </Text>
          </Flex>
        ))}
      </Stack>
      {people.failed !== undefined && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>查不到人物库：{people.failed}</Text>
        </Card>
      )}
      {people.rows.length > 0 && <PeopleList rows={people.rows} said={partsOf(page)} onChoose={people.choose} />}
    </Stack>
  )
}

/** `{ 韩岭: '责编' }`: every part that the page gives to a name. */
function partsOf({ credits }: OriginalPage): Record<string, string> {
  const parts = new Map<string, Set<string>>()
  for (const { role, people } of credits)
    for (const { name } of people) parts.set(name, (parts.get(name) ?? new Set()).add(roleOf(role).title))
  return Object.fromEntries([...parts].map(([name, own]) => [name, [...own].join('、')]))
}
