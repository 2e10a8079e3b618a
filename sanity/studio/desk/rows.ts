/**
 * The rows of one list of the desk, from what the lake answered.
 *
 *   channelRows({ channels: [{ _id: 'c', name: '要闻' }], articles: ['c', 'c'] })  →  [{ id: 'c', title: '要闻', count: 2, depth: 0 }]
 *   dayRows(['2024-06-01T23:30:00Z'], 'month')   →  [{ id: '2024-06', title: '6月', count: 1 }]
 *
 * Before the first answer there is nothing to count: rows that are known beforehand stand without a number.
 */
import type { ComponentType } from 'react'
import { shanghaiDay } from '../../schema/time.ts'

export interface Row {
  /** The part of the address that opens the list. */
  id: string
  title: string
  icon?: ComponentType
  hint?: string
  count?: number
  /** How far a channel lies below the top. */
  depth?: number
  /** A heading that stands above this row. */
  heading?: string
}

/** Rows and the counts that came for them, by id. */
export function countedRows(rows: readonly Row[], answer: unknown): Row[] {
  return rows.map((row) => {
    const count = fieldOf(answer, row.id)
    return typeof count === 'number' ? { ...row, count } : row
  })
}

/** Channels as a tree, each with the number of its own articles; those without a channel last. */
export function channelRows(answer: unknown): Row[] {
  const channels = listOf(fieldOf(answer, 'channels'))
  const held = tally(listOf(fieldOf(answer, 'articles')).map((ref) => (typeof ref === 'string' ? ref : '')))
  const ids = new Set(channels.map((channel) => textOf(channel, '_id')))
  const below = (parent: string, depth: number, seen: readonly string[]): Row[] =>
    channels
      .filter((channel) => {
        const above = textOf(fieldOf(channel, 'parent'), '_ref')
        return (ids.has(above) ? above : '') === parent && !seen.includes(textOf(channel, '_id'))
      })
      .flatMap((channel) => {
        const id = textOf(channel, '_id')
        const title = textOf(channel, 'name') || '（未填名称）'
        return [{ id, title, depth, count: held.get(id) ?? 0 }, ...below(id, depth + 1, [...seen, id])]
      })
  const loose = held.get('') ?? 0
  return [...below('', 0, []), ...(loose === 0 ? [] : [{ id: 'none', title: '未归频道', count: loose }])]
}

export type Span = 'year' | 'month' | 'day'

const WIDTH = { year: 4, month: 7, day: 10 } as const
const TITLES = {
  year: (id: string) => `${id}年`,
  month: (id: string) => `${Number(id.slice(5))}月`,
  day: (id: string) => `${Number(id.slice(5, 7))}月${Number(id.slice(8))}日`,
} as const

/** Instants in, the years, months or days of Beijing on which they fall out, newest first. */
export function dayRows(answer: unknown, span: Span): Row[] {
  const spans = listOf(answer).flatMap((instant) => {
    const day = typeof instant === 'string' ? shanghaiDay(instant) : undefined
    return day === undefined ? [] : [day.slice(0, WIDTH[span])]
  })
  return [...tally(spans)]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([id, count]) => ({ id, title: TITLES[span](id), count }))
}

function tally(keys: readonly string[]): Map<string, number> {
  const held = new Map<string, number>()
  for (const key of keys) held.set(key, (held.get(key) ?? 0) + 1)
  return held
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

function textOf(value: unknown, name: string): string {
  const text = fieldOf(value, name)
  return typeof text === 'string' ? text : ''
}
