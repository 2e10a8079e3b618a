/**
 * The box 署名行: reads a printed line as it is typed, shows whom it means, and puts them among the attributions.
 *
 *   <LineReader existing={[]} onFill={(items) => …} />
 */
import { Button, Card, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useId, useState } from 'react'
import { useClient } from 'sanity'
import { roleOf } from '../../../schema/roles.ts'
import { foldName } from '../../../../src/text/names.ts'
import { createMissing, whyFailed } from '../people/create.ts'
import { PeopleList } from '../people/PeopleList.tsx'
import { API, usePeople } from '../people/usePeople.ts'
import { refOf, textOf, type Fields } from '../value.ts'
import { attributionsRead, newPeople } from './decide.ts'
import { fill, rolesBoth, type Mode } from './fill.ts'
import { peopleIn, readLines } from './line.ts'

interface LineReaderProps {
  existing: readonly Fields[]
  onFill: (items: Fields[]) => void
}

export function LineReader({ existing, onFill }: LineReaderProps) {
  const id = useId()
  const client = useClient(API)
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const lines = readLines(text)
  const people = peopleIn(lines)
  const { rows, known, ready, failed, choose } = usePeople(
    people.map(({ name }) => name),
    creditedIn(existing),
  )
  const both = rolesBoth(existing, people)
  const unread = lines.filter((line) => line.people === undefined)

  const put = async (mode: Mode): Promise<void> => {
    const decided = newPeople(rows)
    setBusy(true)
    try {
      await createMissing(client, decided.missing)
      onFill(fill(existing, attributionsRead(people, decided.rows, known), mode))
      const made = decided.missing.map(({ name }) => name).join('、')
      setText('')
      setSaid(`已填入 ${people.length} 处署名${made === '' ? '' : `，新建人物：${made}`}。`)
    } catch (error) {
      setSaid(whyFailed(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Card border data-zebian="line" padding={3} radius={2}>
      <Stack gap={3}>
        <Text as="label" htmlFor={id} size={1} weight="medium">
          署名行
        </Text>
        <TextArea
          aria-describedby={`${id}-said`}
          fontSize={1}
          id={id}
          placeholder="输入或粘贴，例如（责编：甲、乙）或（记者 甲 通讯员 乙）"
          rows={Math.max(2, text.split('\n').length)}
          style={{ resize: 'none' }}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setSaid('')
          }}
        />
        {rows.length > 0 && <PeopleList rows={rows} said={partsOf(people)} onChoose={choose} />}
        {rows.length > 0 && (
          <Flex gap={2} wrap="wrap">
            <Button
              disabled={!ready || busy}
              loading={busy}
              fontSize={1}
              padding={3}
              text={both.length === 0 ? '填入' : `填入，替换原有的${both.map((role) => roleOf(role).title).join('、')}`}
              tone="primary"
              onClick={() => void put('replace')}
            />
            {both.length > 0 && (
              <Button
                disabled={!ready || busy}
                fontSize={1}
                mode="ghost"
                padding={3}
                text="追加在后"
                onClick={() => void put('append')}
              />
            )}
          </Flex>
        )}
        <Text id={`${id}-said`} muted role="status" size={1}>
          {failed === undefined
            ? said || unread.map((line) => `“${line.text}”读不成署名。`).join('') || HINT
            : `查不到人物库：${failed}`}
        </Text>
      </Stack>
    </Card>
  )
}

const HINT = '照版面上的写法输入，先显示读成了谁，点“填入”才写进下面的署名。'

/** Whom the article credits already, by folded name. */
const creditedIn = (existing: readonly Fields[]): Record<string, string> =>
  Object.fromEntries(
    existing.flatMap((item) => {
      const name = textOf(item['name'])
      const who = refOf(item['who'])
      return name === undefined || who === undefined ? [] : [[foldName(name), who]]
    }),
  )

/** `{ 韩岭: '责编（实习）' }`: every part that the lines give to a name. */
function partsOf(people: ReturnType<typeof peopleIn>): Record<string, string> {
  const parts = new Map<string, string[]>()
  for (const { name, role, label, note, code, affiliation } of people) {
    const own = [
      label ?? `${affiliation ?? ''}${roleOf(role).title}`,
      note === undefined ? '' : `（${note}）`,
      code ?? '',
    ]
    parts.set(name, [...(parts.get(name) ?? []), own.join('')])
  }
  return Object.fromEntries([...parts].map(([name, own]) => [name, own.join('、')]))
}
