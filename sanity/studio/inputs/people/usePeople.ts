/**
 * The people whom printed names may mean, asked of the lake while the editor types, and the choices made among them.
 *
 *   usePeople(['韩岭', '新人甲'], {})  →  { rows: [{ name: '韩岭', matches: [one], choice: 'profile-han-ling' }, { name: '新人甲', matches: [], choice: NEW }], … }
 */
import { useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { foldName } from '../../../../src/text/names.ts'
import { firstChoice, headsOf, KNOWN_QUERY, knownOf, matchesOf, UNDECIDED, type Known } from './match.ts'

/** The date of the API that the queries were written against. */
export const API = { apiVersion: '2025-02-19' } as const

export interface PersonRow {
  name: string
  matches: Known[]
  choice: string
}

export interface People {
  rows: PersonRow[]
  known: readonly Known[]
  /** Whether the lake has answered for these names. */
  answered: boolean
  /** Whether it has, and every namesake is decided. */
  ready: boolean
  /** What went wrong when the lake was asked. */
  failed: string | undefined
  choose(name: string, choice: string): void
}

interface Answer {
  heads: string
  known: Known[]
  failed?: string
}

/** `credited`: whom the article names already, by folded name. */
export function usePeople(names: readonly string[], credited: Readonly<Record<string, string>>): People {
  const client = useClient(API)
  const [answer, setAnswer] = useState<Answer>({ heads: '', known: [] })
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({})
  const distinct = [...new Map(names.map((name) => [foldName(name), name])).values()]
  const heads = headsOf(distinct).join('')
  useEffect(() => {
    if (heads === '') return undefined
    let wanted = true
    client
      .withConfig({ perspective: 'raw' })
      .fetch<unknown>(KNOWN_QUERY, { heads: [...heads] })
      .then((rows) => wanted && setAnswer({ heads, known: knownOf(rows) }))
      .catch((error: unknown) => wanted && setAnswer({ heads, known: [], failed: String(error) }))
    return () => {
      wanted = false
    }
  }, [client, heads])
  const answered = answer.heads === heads
  const rows = distinct.map((name) => {
    const key = foldName(name)
    const matches = matchesOf(name, answer.known)
    return { name, matches, choice: choices[key] ?? (answered ? firstChoice(matches, credited[key]) : UNDECIDED) }
  })
  return {
    rows,
    known: answer.known,
    answered,
    ready: answered && answer.failed === undefined && rows.every(({ choice }) => choice !== UNDECIDED),
    failed: answered ? answer.failed : undefined,
    choose: (name, choice) => setChoices((before) => ({ ...before, [foldName(name)]: choice })),
  }
}
