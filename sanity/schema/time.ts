/**
 * The paper's clock: every moment is kept in UTC and shown as Beijing reads it.
 *
 *   shanghaiDay('2024-06-01T23:30:00Z')  →  '2024-06-02'
 *   dayBounds('2024-06-02')              →  { from: '2024-06-01T16:00:00.000Z', to: '2024-06-02T16:00:00.000Z' }
 *   BEIJING_TIME                         →  the Studio's options for a datetime field
 */
const ZONE = 'Asia/Shanghai'

/** An editor abroad must not file a page under the wrong day: the zone is fixed, and so is the way of writing it. */
export const BEIJING_TIME = {
  dateFormat: 'YYYY年MM月DD日',
  timeFormat: 'HH:mm',
  timeStep: 1,
  displayTimeZone: ZONE,
  allowTimeZoneSwitch: false,
} as const

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant in, its day `2024-06-02` in Beijing out; undefined for what is no instant. */
export function shanghaiDay(instant: string): string | undefined {
  return shanghaiMinute(instant)?.slice(0, 10)
}

/** An instant in, `2024-06-02 07:30` in Beijing out. */
export function shanghaiMinute(instant: string): string | undefined {
  const time = new Date(instant)
  if (Number.isNaN(time.getTime())) return undefined
  const parts = new Map(CLOCK.formatToParts(time).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}

/** A day `2024-06-02`, a month `2024-06` or a year `2024` of Beijing in, the instants between which it lies out. */
export function dayBounds(span: string): { from: string; to: string } {
  const [year = 0, month, day] = span.split('-').map(Number)
  const next =
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1)
  return { from: midnight(Date.UTC(year, (month ?? 1) - 1, day ?? 1)), to: midnight(next) }
}

/** Midnight in Beijing is eight hours before UTC's, or nine in the summers of 1986 to 1991. */
function midnight(utc: number): string {
  const HOUR = 3_600_000
  const day = new Date(utc).toISOString().slice(0, 10)
  const early = new Date(utc - 9 * HOUR).toISOString()
  return shanghaiMinute(early) === `${day} 00:00` ? early : new Date(utc - 8 * HOUR).toISOString()
}
